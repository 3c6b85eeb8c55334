/** A header's value, in encoded words where it is not plain ASCII. */
function encodeHeader(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  const words: string[] = [];
  let word = '';
  for (const sign of value) {
    if (Buffer.byteLength(word + sign) > 42) {
      words.push(word);
      word = '';
    }
    word += sign;
  }
  words.push(word);
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

/** A plain text message, ready to be sent. */
export function composeText(headers: Record<string, string>, text: string): Buffer {
  const all = {
    ...headers,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': 'base64',
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${encodeHeader(value)}\r\n`);
  const body = Buffer.from(text)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
  return Buffer.from(`${head.join('')}\r\n${body}\r\n`);
}

/** The raw message with some headers set anew; they come first, and old ones of the name go. */
export function withHeaders(raw: Buffer, headers: Record<string, string>): Buffer {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const lines = text.slice(0, end).split(/\r?\n(?![ \t])/);
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const kept = lines.filter((line) => !names.includes((line.split(':')[0] ?? '').toLowerCase()));
  const added = Object.entries(headers).map(([name, value]) => `${name}: ${encodeHeader(value)}`);
  const head = Buffer.from([...added, ...kept].join('\r\n'), 'latin1');
  return Buffer.concat([head, raw.subarray(end)]);
}
