import type { Chart } from '../../shared/cells';
import { asText } from '../../shared/text';

const rowHeight = 26;
const titleHeight = 40;

/** A table chart as SVG: its first rows, as many as there is room for. */
export function tableSvg(chart: Chart, rows: string[][], width: number, height: number): string {
  const title = asText(chart.options.title ?? '');
  const top = title ? titleHeight : 8;
  const shown = rows.slice(0, Math.max(Math.floor((height - top - 8) / rowHeight), 0));
  const columnWidth = (width - 24) / Math.max(rows[0]?.length ?? 1, 1);
  const cells = shown.flatMap((row, y) => [
    `<rect x="12" y="${top + y * rowHeight}" width="${width - 24}" height="${rowHeight}" fill="${fillOf(chart, y)}" stroke="#e3e6ea"/>`,
    ...row.map((text, x) => {
      const fits = Math.max(Math.floor((columnWidth - 16) / 7), 1);
      const short = text.length > fits ? `${text.slice(0, fits - 1)}…` : text;
      const weight = y < chart.headers ? ' font-weight="600"' : '';
      return `<text x="${20 + x * columnWidth}" y="${top + y * rowHeight + 17}"${weight}>${escaped(short)}</text>`;
    }),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Roboto, Arial, sans-serif" font-size="12" fill="#3c4043">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    title ? `<text x="20" y="28" font-size="16">${escaped(title)}</text>` : '',
    ...cells,
    '</svg>',
  ].join('');
}

function fillOf({ headers, options }: Chart, row: number): string {
  if (row < headers) return '#f1f3f4';
  const isAlternating = options.alternatingRowStyle !== false;
  return isAlternating && (row - headers) % 2 ? '#fafafa' : '#fff';
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
