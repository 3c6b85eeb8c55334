import type { Instant } from '../../core/calendar';
import { LIST_SERVICES } from '../../core/connectors/lists';
import type { ListService } from '../../core/connectors/lists/service';
import { Problem } from '../../core/problem';
import type { JobResult } from '../job';
import { type KeptList, keptList, listRun, saveRun, TOKENS } from './kept';
import { pullList, type Pulled, type PullServices } from './pull';

/** Pulls every list whose time has come, or that a run before has not brought to its end. */
export function pullLists(services: PullServices, deadline: Instant): JobResult {
  const { state, clock } = services;
  const results: { title: string; pulled: Pulled }[] = [];
  const times: Instant[] = [];
  for (const service of Object.values(LIST_SERVICES)) {
    const connected = connectedList(services, service);
    if (connected === undefined) continue;
    const { kept, token } = connected;
    if (clock.now() >= (listRun(state, service.id).nextRun ?? 0)) {
      const pulled = pullList(services, service, kept, token, deadline);
      results.push({ title: service.title, pulled });
    }
    times.push(listRun(state, service.id).nextRun ?? clock.now());
  }
  return resultOf(results, times);
}

/** Pulls one list now. Throws a `Problem` where it is not connected. */
export function pullListNow(
  services: PullServices,
  service: ListService,
  deadline: Instant,
): JobResult {
  const connected = connectedList(services, service);
  if (connected === undefined) throw notConnected(service.title);
  // Whoever asks now wants to see what is new there, although a run before was still writing back.
  saveRun(services.state, service.id, { ...listRun(services.state, service.id), isWriting: false });
  const pulled = pullList(services, service, connected.kept, connected.token, deadline);
  return resultOf([{ title: service.title, pulled }], []);
}

/** The list that was chosen of a service, where its token is kept. */
export function connectedList(
  { state, vault }: Pick<PullServices, 'state' | 'vault'>,
  service: ListService,
): { kept: KeptList; token: string } | undefined {
  const kept = keptList(state, service.id);
  const token = vault.get(TOKENS[service.id]);
  return kept === undefined || token === undefined ? undefined : { kept, token };
}

function resultOf(results: { title: string; pulled: Pulled }[], times: Instant[]): JobResult {
  const lines = (part: 'did' | 'problem', by: string): string =>
    results
      .filter(({ pulled }) => pulled[part] !== '')
      .map(({ title, pulled }) => `${title}: ${pulled[part]}`)
      .join(by);
  const problem = lines('problem', '\n');
  return {
    done: lines('did', '; '),
    ...(problem === '' ? {} : { problem }),
    ...(results.some(({ pulled }) => pulled.again !== undefined) ? { unfinished: true } : {}),
    ...(times.length === 0 ? {} : { lookAgainAt: Math.min(...times) }),
  };
}

function notConnected(title: string): Problem {
  return new Problem({
    code: 'list-not-connected',
    value: title,
    sentence: `${title} is not connected yet.`,
    remedy: 'Paste its token on the Connections page, and choose a list.',
  });
}
