import { addDays, type Day, type Instant } from '../calendar';
import type { Patch } from '../schema/writing';
import { type Client, type StageRow, STAGES, type stages } from '../workbook';

export type Stage = (typeof STAGES)[number];

/** A stage and the day on which a client reached it. */
export interface Reached {
  stage: Stage;
  day: Day;
  /** It was there when the client was first seen, long after it was reached perhaps. */
  before: boolean;
}

/** An occasion that was begun for a client from outside, and when. */
export interface Started {
  occasionId: string;
  day: Day;
}

/** A client who is new to Perennial and no longer new to the freelancer reached no stage just now. */
const NEW_DAYS = 30;
/** Days in which a stage that is left and entered again counts as the same: a cell may be toggled. */
const SAME_DAYS = 180;

/** Whether a client in this stage may get letters at all; a blank stage counts as a past client. */
export function mayBeWrittenTo(stage: Stage | ''): boolean {
  return stage !== 'Closed';
}

/** Whether a client who reached `stage` has gone back since to one before it. */
export function hasGoneBack(client: Pick<Client, 'stage'>, stage: Stage): boolean {
  return client.stage === '' || STAGES.indexOf(client.stage) < STAGES.indexOf(stage);
}

/** What the hidden tab must be told of the stages that clients are in now; again, nothing. */
export function stageChanges(
  clients: Iterable<Pick<Client, 'id' | 'stage' | 'since'>>,
  known: StageRow[],
  today: Day,
  now: Instant,
): { added: StageRow[]; changed: Patch<typeof stages.columns>[] } {
  const before = new Map(known.map((row) => [row.clientId, row]));
  const added: StageRow[] = [];
  const changed: Patch<typeof stages.columns>[] = [];
  for (const { id, stage, since } of clients) {
    if (id === '') continue;
    const row = before.get(id);
    if (row === undefined) {
      const isNew = since !== '' && since <= today && addDays(since, NEW_DAYS) >= today;
      const reached = stage === '' ? [] : [said({ stage, day: today, before: !isNew })];
      added.push({
        clientId: id,
        stage,
        first: today,
        reached,
        former: '',
        moved: null,
        started: [],
      });
    } else if (row.stage !== stage) {
      const reached = withStage(reachedStages(row), stage, today).map(said);
      const set = { stage, reached, former: row.stage, moved: now };
      changed.push({ id, expect: { stage: row.stage }, set });
    }
  }
  return { added, changed };
}

/** The stages of a client with their days. */
export function reachedStages({ reached }: Pick<StageRow, 'reached'>): Reached[] {
  return reached.flatMap((text) => {
    const [, name, before, day = ''] = /^(\w+) (before )?(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
    const stage = STAGES.find((known) => known === name);
    return stage === undefined ? [] : [{ stage, day, before: before !== undefined }];
  });
}

/** The occasions that were begun for a client from outside, with their days. */
export function startedOccasions({ started }: Pick<StageRow, 'started'>): Started[] {
  return started.flatMap((text) => {
    const [, occasionId = '', day = ''] = /^(\S+) (\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
    return occasionId === '' ? [] : [{ occasionId, day }];
  });
}

/** What is noted once more occasions begin; those of long ago are let go. */
export function withStarted(
  row: Pick<StageRow, 'started'>,
  begun: Started[],
  today: Day,
): string[] {
  const recent = startedOccasions(row).filter((one) => addDays(one.day, SAME_DAYS) >= today);
  const all = [...recent, ...begun];
  return [...new Set(all.map((one) => `${one.occasionId} ${one.day}`))];
}

function withStage(reached: Reached[], stage: Stage | '', today: Day): Reached[] {
  if (stage === '') return reached;
  const last = reached.find((one) => one.stage === stage);
  if (last !== undefined && addDays(last.day, SAME_DAYS) >= today) return reached;
  const others = reached.filter((one) => one.stage !== stage);
  return [...others, { stage, day: today, before: false }];
}

function said({ stage, day, before }: Reached): string {
  return `${stage} ${before ? 'before ' : ''}${day}`;
}
