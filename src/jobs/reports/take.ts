import { derivedId, fingerprint } from '../../core/identity';
import { cut, tell } from '../../core/problem';
import type { Statement } from '../../core/revenue/commission';
import type { Origin } from '../../core/revenue/ledger/fact';
import { whyUnread } from '../../core/revenue/reports/attached';
import { roundingIn } from '../../core/revenue/reports/rounding';
import type { MailedRow } from '../../core/workbook';
import { many } from '../../core/words/count';
import type { AttachedMail, Services } from '../../services';
import { bookStatements } from '../ledger';
import { dated, openQuestions, readSource } from './reading';
import { originOf, sourceOf } from './source';

type TakeServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/** What was made of a mail's attachments. */
export interface Taken {
  rows: MailedRow[];
  /** Commissions added or changed. */
  booked: number;
  /** Files that are no reports by the look of them. */
  others: number;
}

/** Books the reports of a mail that are certain; the others wait. */
export function takeMail(services: TakeServices, mail: AttachedMail): Taken {
  const taken: Taken = { rows: [], booked: 0, others: 0 };
  for (const file of mail.files) {
    const { text } = file;
    const unread = whyUnread(file);
    if (text === undefined && unread === '') taken.others += 1;
    else {
      const found = text === undefined ? { why: unread } : judged(services, file.name, text);
      taken.booked += book(services, found);
      taken.rows.push(rowOf(mail, file, found));
    }
  }
  return taken;
}

/** What a report is known by: the same text in the same mail, whatever it is called. */
export function mailedId(mailId: string, text: string): string {
  return derivedId('R', mailId, fingerprint(text));
}

/** What may be booked without asking anybody, and why a person must look all the same. */
interface Found {
  why: string;
  /** Worth knowing, though nobody need do anything. */
  note?: string;
  sure?: { statements: Statement[]; origin: Origin };
}

function judged(services: TakeServices, name: string, csv: string): Found {
  try {
    const source = sourceOf(services, { name, csv });
    const { reading, isGuess } = readSource(services, source, {});
    const open = openQuestions(source, reading);
    if (open.length > 0) return { why: open.join(' ') };
    if (source.unknown?.isAgreed === false) {
      return { why: 'Perennial does not know such a report yet. Look at how it would be read.' };
    }
    if (isGuess) {
      return { why: `Nobody has said yet in which currency ${source.network} pays here.` };
    }
    const statements = dated(reading.statements);
    return {
      why: leftOut(reading.refused),
      note: roundingIn(reading.statements),
      sure: { statements, origin: originOf(source, name) },
    };
  } catch (error) {
    // Whatever is wrong with a file that somebody sent: it waits, and stops nothing else.
    return { why: tell(error) };
  }
}

function leftOut(refused: readonly { row: number; why: string }[]): string {
  const [first] = refused;
  if (first === undefined) return '';
  return `${many(refused.length, 'row')} could not be booked. Row ${first.row}: ${first.why}`;
}

function book(services: TakeServices, { sure }: Found): number {
  if (sure === undefined) return 0;
  const { added, changed } = bookStatements(services, sure.statements, sure.origin);
  return added.length + changed.length;
}

function rowOf(
  { id: mailId, at, from }: AttachedMail,
  { name, text = name }: AttachedMail['files'][number],
  { why, note = '' }: Found,
): MailedRow {
  return {
    id: mailedId(mailId, text),
    mailId,
    name: cut(name, 120),
    from: cut(from, 120),
    at,
    state: why === '' ? 'booked' : 'waiting',
    why: cut([why, note].filter((part) => part !== '').join(' '), 500),
  };
}
