import { dayOf } from '../calendar';
import { reach } from '../clients/client';
import { startedOccasions } from '../clients/stage';
import { isFor } from '../letters/occasion';
import { startedMoments } from '../letters/started';
import { cut, Problem } from '../problem';
import type { Client, LetterStatus, Occasion } from '../workbook';
import { clientMeant, type Deed, type HookDesk, type HookPlan, required } from './deed';

/**
 * Begins an occasion for a client on the day on which that was asked for, whatever it waits for
 * otherwise; its letter is written next. Asked for again on that day it is one and the same.
 */
export const startOccasion: Deed = (message, desk, plan) => {
  const client = clientMeant(message, desk);
  const said = required(message, 'occasion');
  const found = desk.occasions.find(({ id, title }) =>
    [id, title].some((name) => name.trim().toLowerCase() === said.toLowerCase()),
  );
  if (found === undefined) {
    const titles = desk.occasions.map(({ title }) => title).join(', ');
    throw refused(
      said,
      `There is no occasion “${cut(said)}”.`,
      `Name one of: ${cut(titles, 300)}.`,
    );
  }
  if (!desk.followed.some(({ occasion }) => occasion === found)) {
    const why = found.active ? 'cannot be followed as it stands' : 'rests';
    throw refused(said, `The occasion “${cut(said)}” ${why}.`, 'See its row in the Occasions tab.');
  }
  const { at } = message;
  const begun = begunFor(client, found, desk, plan);
  if (begun.some(({ day }) => day === dayOf(at, desk.context.zone))) return;
  const may = reach(client);
  if (may.letters === 'none') {
    throw refused(said, `${client.id} gets no letters: ${may.why}.`, 'Nothing is sent to them.');
  }
  if (!isFor(found, client)) {
    const sentence = `The occasion “${cut(said)}” is not for ${client.id}.`;
    throw refused(said, sentence, 'See its column For.');
  }
  if (isWaiting(client, found, begun, desk)) {
    const sentence = `A letter of the occasion “${cut(said)}” waits for ${client.id} already.`;
    throw refused(said, sentence, 'Approve it or skip it, and ask again.');
  }
  plan.started.push({ clientId: client.id, occasionId: found.id, at });
};

/** Letters that may still go. */
const WAITING: readonly (LetterStatus | '')[] = [
  'drafting',
  'drafted',
  'approved',
  'sending',
  'held',
];

type Begun = ReturnType<typeof startedOccasions>;

/** When an occasion was begun for a client, by messages of now too. */
function begunFor(
  { id: clientId }: Client,
  { id: occasionId }: Occasion,
  { stages, context }: HookDesk,
  { started }: HookPlan,
): Begun {
  const before = stages.filter((row) => row.clientId === clientId).flatMap(startedOccasions);
  const now = started
    .filter((one) => one.clientId === clientId)
    .map((one) => ({ occasionId: one.occasionId, day: dayOf(one.at, context.zone) }));
  return [...before, ...now].filter((one) => one.occasionId === occasionId);
}

/** Whether a letter is there that may still go, or is begun and not there yet. */
function isWaiting(client: Client, occasion: Occasion, begun: Begun, desk: HookDesk): boolean {
  const own = desk.letters.filter(
    ({ clientId, occasionId }) => clientId === client.id && occasionId === occasion.id,
  );
  const there = new Set(own.map(({ period }) => period));
  const coming = startedMoments(occasion, { started: begun }).filter(
    ({ period, until }) => until >= desk.context.today && !there.has(period),
  );
  return coming.length > 0 || own.some(({ status }) => WAITING.includes(status));
}

function refused(value: string, sentence: string, remedy: string): Problem {
  return new Problem({ code: 'hook-occasion', value, sentence, remedy });
}
