import { DAY_MS, dayOf, type Instant } from '../core/calendar';
import { clientsById } from '../core/clients/client';
import { nextSteps } from '../core/dashboard/steps';
import type { Step, StepInput } from '../core/dashboard/steps/step';
import { earlyLetter } from '../core/letters/due';
import { livesFrom, PAST_COLUMNS } from '../core/letters/life';
import { readOccasions } from '../core/letters/occasion';
import { cut, Problem } from '../core/problem';
import {
  clients,
  letters,
  nextSteps as stepsTable,
  occasions,
  products,
  type StepRow,
} from '../core/workbook';
import { many } from '../core/words/count';
import type { Services, Sheets } from '../services';
import { keepRows } from './keep-rows';
import { STATE } from './state';

type StepServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/** What was done is not said again for so long. */
const QUIET = 30 * DAY_MS;

/** Finds what to do next and keeps it, for the dashboard and the sidebar. */
export function saveSteps(sheets: Sheets, input: StepInput): Step[] {
  // What was done stays as it was, so that it can be taken back.
  const done = sheets.read(stepsTable).all.filter((row) => isDone(row, input.now));
  const steps = nextSteps(input, new Set(done.map(({ id }) => id)));
  const rows = steps.map((step) => rowOf(step, input.plan.home));
  keepRows(sheets, stepsTable, [...done, ...rows], ['done']);
  return steps;
}

/** What is to be done, the most at stake first, as the last rollup found it. */
export function openSteps({ sheets, clock }: Pick<Services, 'sheets' | 'clock'>): StepRow[] {
  return sheets
    .read(stepsTable)
    .rows.filter((row) => row.sentence !== '' && !isDone(row, clock.now()))
    .sort((a, b) => (b.stake?.minor ?? 0) - (a.stake?.minor ?? 0));
}

/**
 * Does what a step proposes and says what came of it; done twice, it changes nothing more. A network
 * is only noted as asked: the freelancer sends the mail.
 */
export function takeStep(services: StepServices, id: string): string {
  const { sheets, clock } = services;
  const [row] = sheets.find(stepsTable, [id]);
  if (row === undefined || row.sentence === '') throw gone(id);
  const said = act(services, row);
  sheets.patch(stepsTable, [{ id, set: { done: clock.now() } }]);
  return said;
}

/** Takes a pause back: the product is recommended again. */
export function undoPause(services: StepServices, id: string): string {
  const { sheets, state } = services;
  const [row] = sheets.find(stepsTable, [id]);
  if (row?.act !== 'pause') throw gone(id);
  setActive(services, row, true);
  sheets.patch(stepsTable, [{ id, set: { done: null } }]);
  state.set(STATE.look, 'products');
  return 'It is recommended again.';
}

function isDone({ done }: Pick<StepRow, 'done'>, now: Instant): boolean {
  return done !== null && now - done < QUIET;
}

function rowOf({ id, sentence, action, stake }: Step, home: string): StepRow {
  const about = {
    pause: 'productId' in action ? [action.productId] : [],
    ask: 'network' in action ? [action.network] : [],
    write: 'clientIds' in action ? action.clientIds : [],
  };
  return {
    id,
    sentence,
    act: action.do,
    about: about[action.do],
    words: action.do === 'ask' ? action.text : '',
    stake: { minor: Math.round(stake), currency: home },
    done: null,
  };
}

function act(services: StepServices, row: StepRow): string {
  const { state } = services;
  switch (row.act) {
    case 'pause':
      setActive(services, row, false);
      state.set(STATE.look, 'products');
      return 'It is paused: no new letter recommends it, and its links rest.';
    case 'write':
      return queueLetters(services, row.about);
    case 'ask':
    case '':
      return 'Noted as asked. It is not proposed again for 30 days.';
  }
}

function setActive({ sheets }: StepServices, { about }: StepRow, active: boolean): void {
  const [product] = sheets.find(products, about);
  if (product === undefined) throw gone(about.join(', '));
  if (product.active === active) return;
  sheets.patch(products, [{ id: product.id, expect: { active: !active }, set: { active } }]);
}

/** Rows for the present report of these clients, to be drafted like any that fell due. */
function queueLetters({ sheets, state, clock }: StepServices, ids: string[]): string {
  const zone = sheets.zone();
  const today = dayOf(clock.now(), zone);
  const people = clientsById(sheets.read(clients));
  const { followed } = readOccasions(
    sheets.read(occasions).rows,
    sheets.readColumns(products, ['id', 'name']).rows,
    today,
  );
  const past = sheets.readColumns(letters, PAST_COLUMNS).all;
  const lifeOf = livesFrom({ letters: past, clicks: [], commissions: [], stages: [] }, zone);
  const found = ids.map((id) => {
    const client = people.get(id);
    if (client === undefined) return 'is no longer in the Clients tab';
    return earlyLetter(lifeOf(client), followed, today, clock.now());
  });
  const rows = found.filter((one) => typeof one !== 'string');
  sheets.append(letters, rows);
  state.set(STATE.look, 'written to');
  const [why] = found.filter((one) => typeof one === 'string');
  const left =
    why === undefined ? '' : ` ${many(ids.length - rows.length, 'client')} not: the first ${why}.`;
  if (rows.length === 0) return `No letter was queued.${left}`;
  return (
    `${many(rows.length, 'letter')} queued: written at the next beat, or at once on the page ` +
    `Letters. They go as any letter does, approval included.${left}`
  );
}

function gone(id: string): Problem {
  return new Problem({
    code: 'step-gone',
    value: id,
    sentence: `What was to do (${cut(id)}) is no longer there.`,
    remedy: 'Reload the sidebar: the figures have changed.',
  });
}
