import type { Day, Instant } from '../../core/calendar';
import { reach } from '../../core/clients/client';
import type { Around } from '../../core/letters/checks/check';
import { gatherFacts, type LetterFacts } from '../../core/letters/facts';
import { withoutOthers } from '../../core/letters/quotable';
import { type Choice, noteChoices, recommend } from '../../core/letters/recommendation';
import type { Patch } from '../../core/schema/writing';
import type { Look } from '../../core/site/look';
import type { Client, letters, Occasion } from '../../core/workbook';
import { lookAt } from '../look';
import type { Desk, Waiting, WriteServices } from './desk';

/** A letter with all that its draft needs. */
export interface Prepared {
  letter: Waiting;
  occasion: Occasion;
  look: Look;
  choices: Choice[];
  facts: LetterFacts;
  brief: string;
  around: Around;
  today: Day;
}

export type LetterPatch = Patch<typeof letters.columns>;

/**
 * The letters of a wave that can be written, and what becomes of those that cannot; undefined where
 * the time was used before their sites were looked at.
 */
export function prepare(
  services: WriteServices,
  desk: Desk,
  wave: Waiting[],
  deadline: Instant,
): { ready: Prepared[]; asides: LetterPatch[] } | undefined {
  const asides: LetterPatch[] = [];
  const going = wave.flatMap((letter) => {
    const client = desk.clients.get(letter.clientId);
    const occasion = desk.occasions.get(letter.occasionId);
    const waits = whyWait(letter, desk.resting);
    const why = waits ?? whyNotWrite(client, occasion);
    if (client !== undefined && occasion !== undefined && why === undefined) {
      return [{ letter, client, occasion }];
    }
    const status = waits === undefined ? 'skipped' : 'drafting';
    if (status === 'skipped' || letter.problem !== why) {
      const set = { status, problem: why ?? '' } as const;
      asides.push({ id: letter.id, expect: { status: 'drafting' }, set });
    }
    return [];
  });
  const looks = lookAt(
    services,
    going.map(({ client, occasion }) => (occasion.siteReport ? client.website : '')),
    deadline,
  );
  if (looks === undefined) return undefined;
  const ready = going.map(({ letter, client, occasion }, i) => {
    const look = looks[i] ?? { seen: false, why: 'no site' };
    const choices = recommend(client, letter, desk.lessons, occasion.products);
    noteChoices(desk.lessons, client.id, choices);
    const { senderName: sender, language } = desk.settings;
    const others = desk.names.filter(({ clientId }) => clientId !== client.id);
    const facts = withoutOthers(
      gatherFacts(client, look, choices, { sender, today: desk.today, language }),
      others,
    );
    const { brief } = occasion;
    return {
      letter,
      occasion,
      look,
      choices,
      facts,
      brief,
      around: {
        notes: client.notes,
        others: desk.names.filter(({ clientId }) => clientId !== client.id),
      },
      today: desk.today,
    };
  });
  return { ready, asides };
}

/** Why a letter cannot be written for now: a person may only have mistyped a cell, or rests the occasion. */
function whyWait(letter: Waiting, resting: Desk['resting']): string | undefined {
  if (resting.clients.has(letter.clientId)) {
    return 'Waits, for the client’s row in the Clients tab holds something that cannot be read.';
  }
  if (resting.occasions.has(letter.occasionId)) {
    return 'Waits, for its occasion in the Occasions tab is not active, or cannot be read.';
  }
  return undefined;
}

function whyNotWrite(
  client: Client | undefined,
  occasion: Occasion | undefined,
): string | undefined {
  if (client === undefined) {
    return 'The client is no longer in the Clients tab, or shares another row’s mail address.';
  }
  if (occasion === undefined) return 'The occasion is no longer in the Occasions tab.';
  const may = reach(client);
  return may.letters === 'none' ? `The client ${may.why}.` : undefined;
}
