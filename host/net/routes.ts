import type { Part } from '../store/store';

/** Where made-up host names really are: `bakery.example` at `http://127.0.0.1:4101`. */
export class Routes implements Part<Record<string, string>> {
  readonly name = 'routes';
  private table: Record<string, string> = {};

  constructor(private readonly allowedHosts: readonly string[]) {}

  all(): Record<string, string> {
    return this.table;
  }

  /**
   * The address to ask for a URL: a routed one, or the URL itself where it is on this machine or
   * its host is expressly allowed. Null for the rest of the world.
   */
  resolve(url: URL): URL | null {
    const route = this.table[url.host] ?? this.table[url.hostname];
    if (route !== undefined) {
      const base = new URL(route);
      const path = base.pathname.replace(/\/$/, '') + url.pathname;
      return new URL(path + url.search, base.origin);
    }
    return isLoopback(url.hostname) || this.allows(url.hostname) ? url : null;
  }

  private allows(hostname: string): boolean {
    return this.allowedHosts.includes('*') || this.allowedHosts.includes(hostname);
  }

  apply(table: Record<string, string>): void {
    this.table = table;
  }

  snapshot(): unknown {
    return this.table;
  }

  restore(saved: unknown): void {
    this.table = saved as Record<string, string>;
  }
}

/** Whether a host name is this machine's own. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/.test(hostname);
}
