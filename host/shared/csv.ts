/** Reads CSV as RFC 4180 has it; a quoted field may hold delimiters, quotes and line ends. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] =
      text.charAt(at) === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter);
    row.push(field);
    const follows = text.charAt(end);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    const lastFieldIsEmpty = follows === delimiter && at >= text.length;
    if (lastFieldIsEmpty) row.push('');
    if (follows !== delimiter || lastFieldIsEmpty) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function bare(text: string, from: number, delimiter: string): [field: string, end: number] {
  let end = from;
  while (end < text.length && ![delimiter, '\n', '\r'].includes(text.charAt(end))) end += 1;
  return [text.slice(from, end), end];
}

function quoted(text: string, from: number, delimiter: string): [field: string, end: number] {
  let end = from + 1;
  while (end < text.length && !(text.charAt(end) === '"' && text.charAt(end + 1) !== '"')) {
    end += text.charAt(end) === '"' ? 2 : 1;
  }
  const field = text.slice(from + 1, end).replaceAll('""', '"');
  const [rest, after] = bare(text, end + 1, delimiter);
  return [field + rest, after];
}

/** Writes rows as CSV with CRLF line ends. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoteIfNeeded).join(',')}\r\n`).join('');
}

function quoteIfNeeded(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
