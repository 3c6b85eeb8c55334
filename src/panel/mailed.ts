import { Problem } from '../core/problem';
import { mayBeReport } from '../core/revenue/reports/attached';
import { mailed, type MailedRow } from '../core/workbook';
import { mailedId } from '../jobs/reports/take';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

type MailedServices = Pick<Services, 'sheets' | 'mail'>;

/** The reports from mails that wait for a person, oldest first. */
export function waitingReports({
  sheets,
}: Pick<Services, 'sheets'>): PanelAnswers['waitingReports'] {
  const waiting = sheets.read(mailed).rows.filter(({ state }) => state === 'waiting');
  return {
    label: sheets.settings().settings.reportsLabel,
    reports: waiting.map(({ id, name, from, at, why }) => ({ id, name, from, at: at ?? 0, why })),
  };
}

/** A waiting report's file, read from its mail anew. Throws a `Problem` where it is not there. */
export function openReport(
  { sheets, mail }: MailedServices,
  id: string,
): PanelAnswers['openReport'] {
  const [row] = sheets.find(mailed, [id]);
  const found = row === undefined ? undefined : mail.attached(row.mailId, mayBeReport);
  const file = found?.files.find(
    ({ text }) => text !== undefined && mailedId(found.id, text) === id,
  );
  if (row === undefined || file?.text === undefined) throw noFile(row);
  return { name: file.name, csv: file.text };
}

/** Lets a report be: it waits no more, and nothing of it is booked. */
export function setAside(services: MailedServices, id: string): PanelAnswers['waitingReports'] {
  settle(services, id, 'set aside');
  return waitingReports(services);
}

/** Notes what became of a report that waited; its mail gets the label of those done at the next look. */
export function settle(
  { sheets }: Pick<Services, 'sheets'>,
  id: string,
  state: 'booked' | 'set aside',
): void {
  sheets.patch(mailed, [{ id, set: { state, why: '' }, expect: { state: 'waiting' } }]);
}

function noFile(row: MailedRow | undefined): Problem {
  return new Problem({
    code: 'mailed-report-gone',
    sentence:
      row === undefined
        ? 'This report waits no more.'
        : `“${row.name}” cannot be read from its mail.`,
    remedy:
      row === undefined
        ? 'Open the page anew.'
        : row.why === ''
          ? 'Drop the file here, and set this one aside.'
          : row.why,
  });
}
