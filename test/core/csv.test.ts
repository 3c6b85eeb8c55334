import { parseCsv } from '../../src/core/csv';

it('reads quoted cells, line ends within them and a byte order mark', () => {
  const { header, rows } = parseCsv('\ufeffName,Notes\r\n"Lin, Mei","two\nlines"\r\n');
  expect(header).toEqual(['Name', 'Notes']);
  expect(rows[0]).toEqual(['Lin, Mei', 'two\nlines']);
});

it('finds out about semicolons and tabs', () => {
  expect(parseCsv('Name;Email\nLin;lin@bakery.example').rows[0]).toEqual([
    'Lin',
    'lin@bakery.example',
  ]);
  expect(parseCsv('Name\tEmail\nLin\tlin@bakery.example').header).toEqual(['Name', 'Email']);
});

it('finds out about them however short the file, and where it ends with a line end', () => {
  expect(parseCsv('Email;Name\r\nlin@bakery.example;Lin, Mei\r\n')).toEqual({
    header: ['Email', 'Name'],
    rows: [['lin@bakery.example', 'Lin, Mei'], ['']],
  });
  expect(parseCsv('\ufeffE-mail\tName\nlin@bakery.example\tLin\n').header).toEqual([
    'E-mail',
    'Name',
  ]);
});

it.each(['PK\u0003\u0004\u0014', '\ufffdPNG\r\n\u001a\n', 'E\u0000m\u0000'])(
  'refuses what is no text, without repeating it',
  (bytes) => {
    expect(() => parseCsv(bytes)).toThrow('The file is not a CSV file');
  },
);

it.each(['', '\n', '   '])('refuses an empty file', (csv) => {
  expect(() => parseCsv(csv)).toThrow('The file is empty');
});

it('refuses a file that breaks off within a cell, and says where', () => {
  expect(() => parseCsv('Name,Email\nLin,lin@bakery.example\n"Wu,wu@b.example')).toThrow(
    /breaks off at row \d: a quotation mark is not closed/,
  );
});
