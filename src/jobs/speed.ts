import * as v from 'valibot';
import { addDays, dayOf, type Day, type Instant } from '../core/calendar';
import { reach } from '../core/clients/client';
import { readSpeed, speedRequest } from '../core/connectors/pagespeed';
import { parseAddress } from '../core/address';
import { withoutSecret } from '../core/http';
import { tryJson } from '../core/json';
import { type FieldData, type LabRun, RUNS, type SpeedFact, speedOf } from '../core/site/speed';
import { clients, speeds, type SpeedRow } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import type { JobResult } from './job';
import { VAULT } from './state';

type SpeedServices = Pick<Services, 'sheets' | 'http' | 'vault' | 'clock'>;

/** Pages measured at once, and rounds in one beat; a round takes up to a minute. */
const AT_ONCE = 8;
const ROUNDS = 3;
const ROUND_MS = 60_000;
/** Tries for a page's three runs; one that cannot be measured keeps nobody waiting. */
const TRIES = 5;
/** So many days before a letter its site is measured, and so long the figures stand. */
const AHEAD = 14;
const STANDS = 30;

const Runs = v.array(
  v.object({ largestPaint: v.number(), shift: v.number(), blocking: v.number() }),
);
const Field = v.object({
  largestPaint: v.optional(v.number()),
  shift: v.optional(v.number()),
  interaction: v.optional(v.number()),
});

/**
 * Measures the sites of clients whose next letter is near by PageSpeed Insights, where a key is kept:
 * three runs each, over as many beats as it takes. No letter waits for it.
 */
export function measureSpeed(services: SpeedServices, deadline: Instant): JobResult {
  const { sheets, vault, clock } = services;
  const key = vault.get(VAULT.pageSpeedKey);
  if (key === undefined) return { done: '' };
  const today = dayOf(clock.now(), sheets.zone());
  const rows = new Map(sheets.read(speeds).rows.map((row) => [row.clientId, row]));
  const waiting = sitesToMeasure(services, today);
  let runs = 0;
  for (let round = 0; round < ROUNDS && clock.now() + ROUND_MS <= deadline; round++) {
    const due = waiting
      .map(({ id, address }) => ({ address, row: currentRow(rows.get(id), id, address, today) }))
      .filter(({ row }) => row.tries < TRIES && runsIn(row).length < RUNS)
      .slice(0, AT_ONCE);
    if (due.length === 0) return { done: describe(runs) };
    const { changed, why } = measureOnce(services, key, due);
    for (const row of changed) rows.set(row.clientId, row);
    runs += changed.length;
    save(services, changed);
    if (why !== undefined) return { done: describe(runs), problem: why };
  }
  return { done: describe(runs), unfinished: true };
}

/** What was measured of these clients' sites and still stands. */
export function speedsOf(
  { sheets, vault }: Pick<Services, 'sheets' | 'vault'>,
  ids: string[],
  today: Day,
): Map<string, SpeedFact> {
  if (vault.get(VAULT.pageSpeedKey) === undefined) return new Map();
  const rows = sheets.find(speeds, ids).filter(({ day }) => isRecent(day, today));
  return new Map(
    rows.flatMap((row) => {
      const fact = speedOf(runsIn(row), fieldIn(row));
      return fact === undefined ? [] : [[row.clientId, fact]];
    }),
  );
}

function sitesToMeasure({ sheets }: SpeedServices, today: Day): { id: string; address: string }[] {
  const until = addDays(today, AHEAD);
  return sheets
    .read(clients)
    .rows.filter((client) => client.nextLetter !== '' && client.nextLetter <= until)
    .filter((client) => reach(client).letters !== 'none')
    .sort((a, b) => a.nextLetter.localeCompare(b.nextLetter))
    .flatMap(({ id, website }) => {
      const said = website.trim();
      const address = parseAddress(/^https?:\/\//i.test(said) ? said : `https://${said}`)?.href;
      return said === '' || address === undefined ? [] : [{ id, address }];
    });
}

/** The row of the measurement that is under way; a new one where the last is old or of another page. */
function currentRow(
  row: SpeedRow | undefined,
  clientId: string,
  address: string,
  today: Day,
): SpeedRow {
  if (row?.address === address && isRecent(row.day, today)) return row;
  return { clientId, address, day: today, runs: '[]', field: '{}', tries: 0 };
}

function isRecent(day: Day, today: Day): boolean {
  return day !== '' && addDays(day, STANDS) >= today;
}

function measureOnce(
  { http }: SpeedServices,
  key: string,
  due: { address: string; row: SpeedRow }[],
): { changed: SpeedRow[]; why?: string } {
  const answers = http.batch(due.map(({ address }) => speedRequest(key, address)));
  const changed: SpeedRow[] = [];
  let why: string | undefined;
  due.forEach(({ row }, i) => {
    const said = readSpeed(withoutSecret(answers[i] ?? { ok: false, error: 'no answer' }, key));
    if (said.kind === 'later') why ??= `${said.why}: speeds are measured later.`;
    else if (said.kind === 'closed') why ??= `${said.why}. Look at the key under Set up.`;
    else {
      const next = { ...row, tries: row.tries + 1 };
      const isRun = said.kind === 'run';
      changed.push(
        isRun
          ? {
              ...next,
              runs: JSON.stringify([...runsIn(row), said.run]),
              field: JSON.stringify(said.field),
            }
          : next,
      );
    }
  });
  return { changed, ...(why === undefined ? {} : { why }) };
}

function save({ sheets }: SpeedServices, changed: SpeedRow[]): void {
  if (changed.length === 0) return;
  const added = new Set(sheets.append(speeds, changed));
  const rest = changed.filter(({ clientId }) => !added.has(clientId));
  if (rest.length === 0) return;
  sheets.patch(
    speeds,
    rest.map(({ clientId, ...set }) => ({ id: clientId, set })),
  );
}

function runsIn({ runs }: SpeedRow): LabRun[] {
  const read = v.safeParse(Runs, tryJson(runs));
  return read.success ? read.output : [];
}

function fieldIn({ field }: SpeedRow): FieldData {
  const read = v.safeParse(Field, tryJson(field));
  return read.success ? (read.output as FieldData) : {};
}

function describe(runs: number): string {
  return runs === 0 ? '' : `${many(runs, 'run')} of PageSpeed Insights`;
}
