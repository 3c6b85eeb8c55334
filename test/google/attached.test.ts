import { attachedTo } from '../../src/google/attached';
import { mail } from '../../src/google/mail';

/** Blobs of signed bytes, as Apps Script has them. */
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => [
  ...new Int8Array(Buffer.from(text, encoding)),
];
const newBlob = (data: number[]) => ({
  getDataAsString: (charset: string) => new TextDecoder(charset).decode(Int8Array.from(data)),
});

beforeEach(() => {
  Object.assign(globalThis, { Utilities: { newBlob } });
});
afterEach(() => {
  Object.assign(globalThis, { Utilities: undefined, Gmail: undefined });
});

const part = (filename: string, data: number[]) => ({
  filename,
  mimeType: 'TEXT/CSV',
  body: { size: data.length, data: data as unknown as string },
});
const textsOf = (...parts: object[]) =>
  attachedTo(
    { id: 'm', internalDate: '5', payload: { parts } },
    () => true,
    () => ({}),
  ).files.map(({ text }) => text);

it('finds files in mails that are attached, with sender and time', () => {
  const payload = {
    headers: [{ name: 'FROM', value: 'Net <n@net.example>' }],
    parts: [
      { mimeType: 'text/plain', filename: '', body: { size: 3 } },
      { mimeType: 'message/rfc822', filename: '', parts: [part('a.csv', bytes('a,b'))] },
    ],
  };
  const found = attachedTo(
    { id: 'm', internalDate: '5', payload },
    () => true,
    () => ({}),
  );
  expect(found).toEqual({
    id: 'm',
    at: 5,
    from: 'Net <n@net.example>',
    files: [{ name: 'a.csv', type: 'text/csv', size: 3, text: 'a,b' }],
  });
});

it('fetches only what is wanted', () => {
  const fetched: string[] = [];
  const large = (filename: string) => ({
    filename,
    body: { attachmentId: `of ${filename}`, size: 9 },
  });
  const payload = { parts: [large('a.csv'), large('b.png')] };
  const { files } = attachedTo(
    { id: 'm', payload },
    ({ name }) => name === 'a.csv',
    (mailId, id) => {
      fetched.push(`${mailId} ${id}`);
      return { data: bytes('x,y') as unknown as string };
    },
  );
  expect(fetched).toEqual(['m of a.csv']);
  expect(files.map(({ text }) => text)).toEqual(['x,y', undefined]);
});

it('reads UTF-8, Excel’s UTF-16 and what Windows programs write', () => {
  const texts = textsOf(
    part('a.csv', bytes('Währung')),
    part('b.csv', bytes('\ufeffWährung', 'utf16le')),
    part('c.csv', bytes('Währung', 'latin1')),
  );
  expect(texts.map((text) => text?.replace('\ufeff', ''))).toEqual([
    'Währung',
    'Währung',
    'Währung',
  ]);
});

/** A mailbox of labels; it notes what it is asked to change. */
function mailbox(names: string[]) {
  const asked: unknown[] = [];
  const all = names.map((name, i) => ({ id: `L${i}`, name, type: 'user' }));
  const users = {
    Labels: {
      list: () => ({ labels: [{ id: 'INBOX', name: 'INBOX', type: 'system' }, ...all] }),
      create: ({ name }: { name: string }) => {
        asked.push(`create ${name}`);
        return { id: 'new', name };
      },
    },
    Messages: {
      list: (_: string, options: unknown) => {
        asked.push(options);
        return { messages: [{ id: 'm2' }, { id: 'm1' }] };
      },
      batchModify: (change: unknown) => {
        asked.push(change);
      },
    },
  };
  Object.assign(globalThis, { Gmail: { Users: users } });
  return asked;
}

it('lists the mails of a label of the person’s own, in whatever case, and none of another', () => {
  const asked = mailbox(['perennial/Reports']);
  expect(mail().labelled('Perennial/reports')).toEqual(['m2', 'm1']);
  expect(asked).toEqual([{ labelIds: ['L0'], maxResults: 500 }]);
  expect(mail().labelled('Other')).toEqual([]);
  expect(mail().labelled('INBOX')).toEqual([]);
});

it('makes the new label only where it is missing', () => {
  const first = mailbox(['r']);
  mail().relabel(['m1'], 'r', 'r/done');
  expect(first).toEqual([
    'create r/done',
    { ids: ['m1'], addLabelIds: ['new'], removeLabelIds: ['L0'] },
  ]);
  const second = mailbox(['r', 'r/done']);
  mail().relabel(['m1'], 'r', 'r/done');
  expect(second).toEqual([{ ids: ['m1'], addLabelIds: ['L1'], removeLabelIds: ['L0'] }]);
});
