import type { Instant } from '../../core/calendar';
import type { ListService } from '../../core/connectors/lists/service';
import { type BackChange, lastLetters, planBack } from '../../core/lists/back';
import type { BackColumn } from '../../core/lists/list';
import { clients, letters, sources } from '../../core/workbook';
import type { Services } from '../../services';
import type { Asker } from './ask';

/** How writing back went. */
export interface WrittenBack {
  written: number;
  /** When to go on, where something is left. */
  again?: Instant;
  problem: string;
}

/** What was written is noted after so many records: more than that is never written twice. */
const NOTED_TOGETHER = 100;
/** After so many refusals in a row nothing more is tried. */
const MOST_REFUSED = 3;

/**
 * Writes what changed of ours into the columns that the freelancer named. Where several records are
 * refused together, each is tried alone: one that is gone or locked there holds back no other.
 */
export function writeBack(
  { sheets }: Pick<Services, 'sheets'>,
  service: Pick<ListService, 'write' | 'mostAtOnce'>,
  token: string,
  { list, place, back }: { list: string; place: string; back: BackColumn[] },
  ask: Asker,
): WrittenBack {
  if (back.length === 0) return { written: 0, problem: '' };
  const changes = planBack(
    list,
    back,
    sheets.read(sources).rows,
    sheets.readColumns(clients, ['id', 'email', 'stage', 'taps', 'earned']).rows,
    lastLetters(sheets.readColumns(letters, ['id', 'clientId', 'sent']).rows, sheets.zone()),
  );
  const result: WrittenBack = { written: 0, problem: '' };
  let refused = 0;
  let done: BackChange[] = [];
  const note = (): void => {
    sheets.patch(
      sources,
      done.map(({ sourceId, written }) => ({ id: sourceId, set: { written } })),
    );
    result.written += done.length;
    done = [];
  };
  const waves = inWaves(changes, service.mostAtOnce);
  for (let wave = waves.shift(); wave !== undefined; wave = waves.shift()) {
    const outcome = ask(service.write(token, place, wave));
    if (outcome.kind === 'later') {
      result.again = outcome.at;
      result.problem = outcome.why;
      break;
    }
    if (outcome.kind === 'found') {
      done.push(...wave);
      refused = 0;
      if (done.length >= NOTED_TOGETHER) note();
      continue;
    }
    if (wave.length > 1) {
      waves.unshift(...inWaves(wave, 1));
      continue;
    }
    result.problem =
      outcome.kind === 'closed'
        ? `${outcome.problem.sentence} ${outcome.problem.remedy}`
        : outcome.why;
    if (++refused >= MOST_REFUSED) break;
  }
  note();
  return result;
}

function inWaves(changes: BackChange[], size: number): BackChange[][] {
  return Array.from({ length: Math.ceil(changes.length / size) }, (_, n) =>
    changes.slice(n * size, (n + 1) * size),
  );
}
