import type { Routes } from '../../net/routes';
import { escapeHtml } from '../../shared/html';

const signs: Record<string, string> = {
  '&amp;': '&',
  '&#38;': '&',
  '&#x26;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * A mail's html as a mail client would show it: in a frame without scripts, its links opening
 * elsewhere, and those to made-up host names leading where the routes say.
 */
export function mailHtml(html: string, routes: Routes): string {
  const linked = html.replace(
    /\b(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
    (whole, name: string, double: string | undefined, single: string | undefined) => {
      const address = (double ?? single ?? '').replace(
        /&(amp|#38|#x26|quot|#39);/g,
        (sign) => signs[sign] ?? sign,
      );
      const target = reachable(address, routes);
      return target === null ? whole : `${name}="${escapeHtml(target)}"`;
    },
  );
  return `<base target="_blank">${linked}`;
}

/** Where a link really leads when its host is a made-up one; null to leave it alone. */
export function reachable(address: string, routes: Routes): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const resolved = routes.resolve(url);
  return resolved && resolved.href !== url.href ? resolved.href + url.hash : null;
}
