/** Letters spoiled on purpose: were these not found out, a good score would mean nothing. */
export const CONTROLS: Record<string, (raw: string) => string> = {
  'hidden preheader': (raw) =>
    within(raw, 'text/html', (html) =>
      html.replace(
        /<body[^>]*>/,
        '$&<div style=3D"display:none;font-size:0;line-height:0;color:#ffffff">You must see=\n this</div>',
      ),
    ),
  'no Message-ID': (raw) => raw.replace(/^Message-ID: .*\r?\n/m, ''),
  'no Date': (raw) => raw.replace(/^Date: .*\r?\n/m, ''),
  'text unlike HTML': (raw) =>
    within(
      raw,
      'text/plain',
      () =>
        'Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor.',
    ),
  // In bare HTML: a picture is weighed against the length of the whole source.
  '1×1 pixel': (raw) =>
    within(raw, 'text/html', () => `<html><body><p>${textOf(raw)}</p>${PIXEL}=\n</body></html>`),
  'image only': (raw) =>
    withoutPart(raw, 'text/plain').replace(
      /(<body[^>]*>)[\s\S]*<\/body>/,
      '$1<img src=3D"https://gate.example/all.jpg" width=3D"600" height=3D"900" alt=3D"">=\n</body>',
    ),
};

const PIXEL = '<img src=3D"https://gate.example/o.gif" width=3D"1" height=3D"1" alt=3D"">';

/** The message with what a part says changed; it stays in quoted-printable. */
function within(raw: string, type: string, change: (body: string) => string): string {
  const part = new RegExp(
    `(Content-Type: ${type}[\\s\\S]*?\\r?\\n\\r?\\n)([\\s\\S]*?)(?=\\r?\\n--=_)`,
  );
  return raw.replace(part, (_, head: string, body: string) => head + change(body));
}

/** What the text part says, in quoted-printable. */
function textOf(raw: string): string {
  return /Content-Type: text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)(?=\r?\n--=_)/.exec(raw)?.[1] ?? '';
}

function withoutPart(raw: string, type: string): string {
  return raw.replace(
    new RegExp(`--=_[^\\r\\n]+\\r?\\nContent-Type: ${type}[\\s\\S]*?(?=--=_)`),
    '',
  );
}
