import { BadRequest, type Answer, type Incoming } from './http';

type Handle = (request: Incoming, ...parts: string[]) => Answer | Promise<Answer>;

/** One address: `GET /host/mail/:id.eml`. A part with a colon stands for anything but a slash. */
export type Routes = Record<string, Handle>;

interface Route {
  method: string;
  pattern: RegExp;
  handle: Handle;
}

/** Finds and runs what belongs to a request; null when the address is none of these. */
export function router(routes: Routes): (request: Incoming) => Promise<Answer | null> {
  const table = Object.entries(routes).map(([address, handle]): Route => {
    const [method = '', path = ''] = address.split(' ');
    const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '([^/]+?)');
    return { method, pattern: new RegExp(`^${escaped}$`), handle };
  });
  return async (request) => {
    const { pathname } = request.url;
    const atPath = table.filter(({ pattern }) => pattern.test(pathname));
    const route = atPath.find(({ method }) => method === request.method);
    if (!route) {
      if (!atPath.length) return null;
      throw new BadRequest(`${request.method} is not for ${pathname}.`, 405);
    }
    const [, ...parts] = route.pattern.exec(pathname) ?? [];
    return route.handle(request, ...parts.map(decodePart));
  };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadRequest(`The address is badly encoded: ${part}`);
  }
}
