import { isMore } from '../core/letters/outcome';
import type { LetterNews, Post } from '../core/letters/post';
import { clients, type Letter, letters } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import type { JobResult } from './job';
import { endLetters } from './unsubscribes';

/** What noting what came in needs of a letter. */
export const SENT_COLUMNS = [
  'id',
  'clientId',
  'status',
  'threadId',
  'sent',
  'outcome',
  'answered',
  'problem',
] as const;
export type SentLetter = Pick<Letter, (typeof SENT_COLUMNS)[number]>;

/** How something came in, in the Consent basis and in words. */
const BY_MAIL = { basis: 'unsubscribed by a mail of theirs', words: 'by mail' };

/** Notes what came in. Consent first, for that must not be lost; then addresses, then what became of letters. */
export function savePost(
  services: Pick<Services, 'sheets'>,
  { ends, gone, news }: Post,
  sent: SentLetter[],
  way = BY_MAIL,
): JobResult {
  const { sheets } = services;
  const ended = endLetters(services, ends, way.basis);
  const changes = sent.flatMap((letter) => {
    const set = changesIn(letter, news.get(letter.id), ends.has(letter.clientId));
    return Object.keys(set).length === 0 ? [] : [{ letter, set }];
  });
  const noted = new Set(
    changes.filter(({ set }) => set.problem !== undefined).map(({ letter }) => letter.clientId),
  );
  // Once only: what a person empties afterwards stays empty.
  const lost = sheets.patch(
    clients,
    [...gone]
      .filter(([id]) => noted.has(id))
      .map(([id, address]) => ({ id, set: { bounced: address } })),
  );
  const changed = new Set(
    sheets.patch(
      letters,
      changes.map(({ letter: { id, status, problem }, set }) => ({
        id,
        expect: { status, problem },
        set,
      })),
    ),
  );
  const done = changes.filter(({ letter }) => changed.has(letter.id));
  return report(
    done.filter(({ set }) => set.answered !== undefined).length,
    done.filter(({ set }) => set.outcome === 'bounced').length,
    ended.unsubscribed,
    lost.length,
    done.filter(({ set }) => set.problem !== undefined).length,
    way.words,
  );
}

/** What of the news the row does not say yet; the outcome of who unsubscribed is noted with that. */
function changesIn(
  letter: SentLetter,
  news: LetterNews | undefined,
  hasEnded: boolean,
): Partial<Letter> {
  const { outcome, answered, note } = news ?? {};
  return {
    ...(outcome !== undefined && !hasEnded && isMore(outcome, letter.outcome) ? { outcome } : {}),
    ...(answered !== undefined && letter.answered === null ? { answered } : {}),
    ...(note !== undefined && !letter.problem.includes(note)
      ? { problem: `${letter.problem} ${note}`.trim() }
      : {}),
  };
}

function report(
  answers: number,
  bounces: number,
  unsubscribed: number,
  lost: number,
  notes: number,
  way: string,
): JobResult {
  const done = [
    answers > 0 ? `${many(answers, 'answer')} noted` : '',
    bounces > 0 ? `${many(bounces, 'letter')} came back` : '',
    unsubscribed > 0 ? `${many(unsubscribed, 'client')} unsubscribed ${way}` : '',
    lost > 0 ? `${many(lost, 'client')} with an address that is gone` : '',
  ];
  return {
    done: done.filter((part) => part !== '').join(', '),
    ...(notes > 0
      ? { problem: `${many(notes, 'letter')} got an answer to look at; the Letters tab says why.` }
      : {}),
  };
}
