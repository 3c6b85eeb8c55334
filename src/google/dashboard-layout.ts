import { ALL_CLIENTS, CHOICES, PERIODS } from '../core/dashboard/view';
import { SEGMENT_KINDS } from '../core/revenue/value/segment-worth';
import { CHART_DATA, DASHBOARD } from '../core/workbook';
import { sheetNamed } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where everything stands on the Dashboard; rows and columns count from 1. */
export const LAYOUT = {
  /** The choices stand in B, one below the other, each with its title in A. */
  choices: 3,
  /** A sentence about them. */
  note: 6,
  /** The first row of the figures, and of the charts beside them. */
  figures: 8,
  /** What to do next: one sentence a row, from `steps` on. */
  steps: 2,
  mostSteps: 5,
  /** The first column of the charts on the left, and of those on the right. */
  charts: [5, 10],
  columns: 13,
  /** Rows of a chart, of the words below it, and of all that with a blank row. */
  chartRows: 12,
  noteRows: 2,
  blockRows: 15,
} as const;

export const HEADER = ['Figure', 'Value', 'Cases', '', 'What to do next'] as const;
/** What each header means. */
const NOTES = [
  'What is counted.',
  'Money is in your home currency. Earned means approved or paid.',
  'How many commissions, letters or recommendations the figure rests on. Few cases say little yet.',
  '',
  'What the figures propose, the most at stake first. Perennial → Open Perennial does each at the press of a button.',
];
const WIDTHS = [352, 110, 60, 24, 112, 112, 112, 112, 24, 112, 112, 112, 112];
const ROW = 24;
const TALL_ROW = 38;
const INK = '#1f2a25';
const SOFT = '#5b6963';
const GREEN = '#1f6f4a';
const PALE = '#e3eee8';
const CARD = '#f6f9f7';

/** Pixels of a chart: it covers the card that says what is missing where there is none. */
export const CHART_SIZE = { width: 4 * 112, height: LAYOUT.chartRows * ROW };
/** How many segments can be offered. */
export const MOST_SEGMENTS = 199;

/** Whether a tab's first row is that of this layout. */
export function isLaidOut(header: readonly unknown[]): boolean {
  return header[HEADER.length - 1] === HEADER[HEADER.length - 1];
}

/** The row and column of a chart, by its place. */
export function placeOf(chart: number): { row: number; column: number } {
  const { figures, blockRows, charts } = LAYOUT;
  return {
    row: figures + Math.floor(chart / 2) * blockRows,
    column: charts[chart % 2] ?? charts[0],
  };
}

/** Lays the tab out for so many charts; what stood there is replaced. */
export function layOut(sheet: Sheet, charts: number): void {
  const rows = LAYOUT.figures + Math.ceil(charts / 2) * LAYOUT.blockRows;
  sheet.getRange(1, 1, Math.max(rows, sheet.getLastRow()), LAYOUT.columns).clear();
  WIDTHS.forEach((width, i) => sheet.setColumnWidth(i + 1, width));
  sheet.setRowHeights(2, rows - 1, ROW);
  sheet.setRowHeights(LAYOUT.steps, LAYOUT.mostSteps, TALL_ROW);
  sheet.setRowHeight(LAYOUT.figures - 1, ROW / 2);
  sheet.getRange(1, 1, rows, LAYOUT.columns).setFontColor(INK).setVerticalAlignment('middle');
  layChoices(sheet);
  for (let step = 0; step < LAYOUT.mostSteps; step++) {
    const [column] = LAYOUT.charts;
    sheet
      .getRange(LAYOUT.steps + step, column, 1, LAYOUT.columns - column + 1)
      .merge()
      .setWrap(true);
  }
  for (let chart = 0; chart < charts; chart++) layCard(sheet, placeOf(chart));
  protect(sheet);
  // Last, for it says that the tab is laid out.
  layTop(sheet);
}

function layTop(sheet: Sheet): void {
  sheet
    .getRange(1, 1, 1, HEADER.length)
    .setValues([[...HEADER]])
    .setNotes([NOTES]);
  for (const [column, width] of [
    [1, 3],
    [LAYOUT.charts[0], LAYOUT.columns - LAYOUT.charts[0] + 1],
  ] as const) {
    sheet
      .getRange(1, column, 1, width)
      .setFontWeight('bold')
      .setBackground(GREEN)
      .setFontColor('#ffffff');
  }
  sheet.getRange(1, LAYOUT.charts[0], 1, LAYOUT.columns - LAYOUT.charts[0] + 1).merge();
  sheet.setFrozenRows(1);
  sheet.setHiddenGridlines(true);
}

function layChoices(sheet: Sheet): void {
  const { choices, note } = LAYOUT;
  sheet
    .getRange(choices - 1, 1, 1, 3)
    .setBackground(PALE)
    .setFontWeight('bold');
  sheet.getRange(choices - 1, 1).setValue('What is shown');
  const segments = sheetNamed(CHART_DATA).getRange(2, 1, MOST_SEGMENTS, 1);
  const rules = [
    SpreadsheetApp.newDataValidation().requireValueInList([...PERIODS], true),
    SpreadsheetApp.newDataValidation().requireValueInList([...SEGMENT_KINDS], true),
    SpreadsheetApp.newDataValidation().requireValueInRange(segments, true),
  ];
  CHOICES.forEach(({ title, usual }, i) => {
    const rule = rules[i]
      ?.setAllowInvalid(true)
      .setHelpText(HELP[i] ?? '')
      .build();
    sheet.getRange(choices + i, 1).setValue(title);
    sheet
      .getRange(choices + i, 2, 1, 2)
      .merge()
      .setNumberFormat('@')
      .setValue(usual)
      .setHorizontalAlignment('left')
      .setBackground(CARD)
      .setDataValidation(rule ?? null);
  });
  sheet.getRange(note, 1, 1, 3).merge().setWrap(true).setFontColor(SOFT).setFontSize(9);
}

const HELP = [
  'Which days the charts show.',
  'By what “Sales per 100 recommendations” compares clients.',
  `Whose letters and money the charts show: ${ALL_CLIENTS}, or those of one kind.`,
];

/** Where a chart stands: its title and what is missing, hidden once it is drawn; below, what it rests on. */
function layCard(sheet: Sheet, { row, column }: { row: number; column: number }): void {
  const { chartRows, noteRows } = LAYOUT;
  sheet.getRange(row, column, chartRows, 4).setBackground(CARD);
  sheet.getRange(row, column, 1, 4).merge().setFontWeight('bold');
  sheet
    .getRange(row + 1, column, chartRows - 1, 4)
    .merge()
    .setWrap(true)
    .setVerticalAlignment('top')
    .setFontColor(SOFT);
  sheet
    .getRange(row + chartRows, column, noteRows, 4)
    .merge()
    .setWrap(true)
    .setVerticalAlignment('top')
    .setFontSize(9)
    .setFontColor(SOFT);
}

/** Warns before anything but the choices is changed by hand. */
function protect(sheet: Sheet): void {
  const [before] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  const free = sheet.getRange(LAYOUT.choices, 2, CHOICES.length, 2);
  (before ?? sheet.protect())
    .setDescription(`Perennial: ${DASHBOARD}`)
    .setWarningOnly(true)
    .setUnprotectedRanges([free]);
}
