import type { Instant } from '../../core/calendar';
import { withChecks } from '../../core/letters/evidence';
import { evidenceOf } from '../../core/letters/facts';
import { withReport } from '../../core/letters/report';
import { signed } from '../../core/letters/signature';
import { addTaken } from '../../core/letters/spending';
import { letters } from '../../core/workbook';
import type { Services } from '../../services';
import type { Drafted, Drafting } from '../draft';
import { keepDrafts } from '../taste';
import type { Desk } from './desk';
import type { LetterPatch, Prepared } from './prepare';

/**
 * Writes the rows of a wave, and what its tries took, also of letters that wait on; returns the ids
 * of the rows that were written.
 */
export function save(
  { sheets, clock }: Pick<Services, 'sheets' | 'clock'>,
  { settings, budget }: Desk,
  ready: Prepared[],
  asides: LetterPatch[],
  { drafted, tokens }: Drafting,
): Set<string> {
  const now = clock.now();
  const patches = ready.flatMap((task, i): LetterPatch[] => {
    const { letter } = task;
    const draft = drafted[i];
    const taken = tokens[i] ?? { input: 0, output: 0 };
    const spent = { ...addTaken(letter, taken, settings), written: now };
    if (draft !== undefined) {
      const row = rowOf(task, draft, settings, now);
      return [{ ...row, set: { ...row.set, ...spent } }];
    }
    return taken.input + taken.output === 0 ? [] : [{ id: letter.id, set: spent }];
  });
  budget.spend(tokens);
  const done = new Set(sheets.patch(letters, [...asides, ...patches]));
  const owners = new Map(ready.map(({ letter }) => [letter.id, letter.clientId]));
  const own = patches.flatMap(({ id, set: { writer = 'plain', body = '' } }) =>
    done.has(id) && writer !== 'plain' ? [{ id, clientId: owners.get(id) ?? '', body }] : [],
  );
  keepDrafts({ sheets }, own);
  return done;
}

/** The row of a letter that has its draft; one that may go by itself is approved at once. */
function rowOf(
  { letter, occasion, look, choices, facts, today }: Prepared,
  { draft, writer, notes, passed }: Drafted,
  { senderName, signature }: Desk['settings'],
  now: Instant,
): LetterPatch {
  const evidence = [evidenceOf(look, choices, today), facts.counted, facts.changes];
  const mayGo = occasion.approval === 'auto' && notes.length === 0;
  return {
    id: letter.id,
    expect: { status: 'drafting', clientId: letter.clientId },
    set: {
      channel: letter.channel,
      status: mayGo ? 'approved' : 'drafted',
      subject: draft.subject,
      body: signed(withReport(draft.body, facts), senderName, signature),
      products: choices.map(({ product }) => product.id),
      writer,
      checks: withChecks(evidence.filter((line) => line !== '').join('\n'), passed, false),
      approved: mayGo ? now : null,
      problem: notes.join(' '),
    },
  };
}
