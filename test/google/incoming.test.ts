import { incomingOf } from '../../src/google/incoming';

/** Texts of blobs by charset; Apps Script throws for a charset that it does not know. */
function decoding(texts: Record<string, string>): void {
  const getDataAsString = (charset: string): string => {
    const text = texts[charset];
    if (text === undefined) throw new Error(`Invalid argument: ${charset}`);
    return text;
  };
  Object.assign(globalThis, { Utilities: { newBlob: () => ({ getDataAsString }) } });
}

afterEach(() => {
  Object.assign(globalThis, { Utilities: undefined });
});

const textIn = (charset: string) =>
  incomingOf({
    payload: {
      mimeType: 'text/plain',
      headers: [{ name: 'Content-Type', value: `text/plain; charset="${charset}"` }],
      body: { data: [1] as unknown as string },
    },
  }).parts[0]?.text;

it('reads a text in its own charset where it is not in UTF-8', () => {
  decoding({ 'UTF-8': 'na\uFFFDve', 'iso-8859-1': 'naïve' });
  expect(textIn('iso-8859-1')).toBe('naïve');
});

it('takes a text as UTF-8 where its charset is not known', () => {
  decoding({ 'UTF-8': 'na\uFFFDve' });
  expect(textIn('x-invented')).toBe('na\uFFFDve');
});
