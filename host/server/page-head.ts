/** A page with something at the start of its head, but after its doctype. */
export function atHeadOf(page: string, addition: string): string {
  const place =
    /<head\b[^>]*>/i.exec(page) ?? /<html\b[^>]*>/i.exec(page) ?? /^\s*<!doctype[^>]*>/i.exec(page);
  const at = place ? place.index + place[0].length : 0;
  const start = place ? '' : '<!doctype html>';
  return start + page.slice(0, at) + addition + page.slice(at);
}
