import { decode } from '../../sidebar/decode';

const read = (bytes: Buffer) => decode(new Uint8Array(bytes).buffer);

it.each([
  ['UTF-8', Buffer.from('Email;Name\nj@x.example;Jörg')],
  ['UTF-8 with its mark', Buffer.from('\ufeffEmail;Name\nj@x.example;Jörg')],
  ['UTF-16', Buffer.from('\ufeffEmail;Name\nj@x.example;Jörg', 'utf16le')],
  [
    'UTF-16 the other way round',
    Buffer.from('\ufeffEmail;Name\nj@x.example;Jörg', 'utf16le').swap16(),
  ],
  ['UTF-16 without its mark', Buffer.from('Email;Name\nj@x.example;Jörg', 'utf16le')],
  ['what Western Windows programs write', Buffer.from('Email;Name\nj@x.example;Jörg', 'latin1')],
])('reads %s', (_, bytes) => {
  expect(read(bytes)).toBe('Email;Name\nj@x.example;Jörg');
});
