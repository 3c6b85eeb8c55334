import { attachmentsOf, headerOf, textOf, type MimePart } from '../../mail/mime';
import type { Routes } from '../../net/routes';
import { escapeHtml } from '../../shared/html';
import { atHeadOf } from '../page-head';

const signs: Record<string, string> = {
  '&amp;': '&',
  '&#38;': '&',
  '&#x26;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * A mail's html as a mail client would show it: in a frame without scripts, with its own pictures,
 * its links opening elsewhere, and those to made-up host names leading where the routes say.
 */
export function mailHtml(part: MimePart, routes: Routes): string {
  const pictures = picturesOf(part);
  const html = textOf(part, 'text/html') ?? '';
  const linked = html.replace(
    /\b(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
    (whole, name: string, double: string | undefined, single: string | undefined) => {
      const address = (double ?? single ?? '').replace(
        /&(amp|#38|#x26|quot|#39);/g,
        (sign) => signs[sign] ?? sign,
      );
      const target = pictures.get(address) ?? reachable(address, routes);
      return target === null ? whole : `${name}="${escapeHtml(target)}"`;
    },
  );
  return atHeadOf(linked, `<base target="_blank">${plainLooks}`);
}

/** What a mail client shows where a mail says nothing of its looks. */
const plainLooks = '<style>body{margin:12px 24px;font:14px/1.5 Arial,sans-serif}</style>';

/** The mail's own pictures, by the `cid:` address under which its html shows them. */
function picturesOf(part: MimePart): Map<string, string> {
  const pictures = attachmentsOf(part).flatMap(({ headers, mimeType, body }) => {
    const id = headerOf(headers, 'Content-ID')?.replace(/[<>]/g, '');
    if (id === undefined || !mimeType.startsWith('image/')) return [];
    return [[`cid:${id}`, `data:${mimeType};base64,${body.toString('base64')}`] as const];
  });
  return new Map(pictures);
}

/** Where a link really leads when its host is a made-up one; null to leave it alone. */
export function reachable(address: string, routes: Routes): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const resolved = routes.resolve(url);
  return resolved && resolved.href !== url.href ? resolved.href + url.hash : null;
}
