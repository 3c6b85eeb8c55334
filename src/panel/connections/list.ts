import type { ListService } from '../../core/connectors/lists/service';
import { many } from '../../core/words/count';
import { connectedList, pullListNow } from '../../jobs/lists';
import { asker, foundOrThrow } from '../../jobs/lists/ask';
import { forgetList, keptList, listRun, TOKENS } from '../../jobs/lists/kept';
import { JOBS } from '../../jobs/schedule';
import { tokenOf } from '../lists';
import type { Connection } from './connection';

/** How long a person waits for a test. */
const TEST_MS = 45_000;

/** The connection with a service that clients are pulled from. */
export function listConnection(service: ListService): Connection {
  const { id, title } = service;
  return {
    id,
    title,
    about: `Clients from a list in ${title}, brought in on a schedule. What you change here stays.`,
    look: ({ state, vault }) => {
      const kept = keptList(state, id);
      const { lastRun, nextRun, did = '', problem = '' } = listRun(state, id);
      const secret = { name: TOKENS[id], isKept: vault.get(TOKENS[id]) !== undefined };
      if (!secret.isKept || kept === undefined) {
        const what = secret.isKept ? 'Choose the list below.' : '';
        return { state: secret.isKept ? 'open' : 'off', what, ...NEVER, secret };
      }
      return {
        state: problem === '' ? 'on' : 'trouble',
        what: `${kept.place.title}, every ${kept.hours === 1 ? 'hour' : many(kept.hours, 'hour')}`,
        lastRun: lastRun ?? null,
        nextRun: nextRun ?? null,
        did,
        problem,
        secret,
      };
    },
    test: (services) => {
      const token = tokenOf(services, service);
      const ask = asker(services, service, token, services.clock.now() + TEST_MS);
      const place = connectedList(services, service)?.kept.place;
      if (place === undefined) {
        const places = foundOrThrow(title, ask(service.places(token)));
        return `${title} answers, and shows ${many(places.length, 'list')}.`;
      }
      const fields = foundOrThrow(title, ask(service.fields(token, place.id)));
      return `${title} answers: “${place.title}” has ${many(fields.length, 'column')}.`;
    },
    run: {
      job: JOBS.lists.name,
      work: (services, deadline) => pullListNow(services, service, deadline),
    },
    disconnect: ({ state, vault }) => {
      forgetList(state, vault, id);
    },
  };
}

const NEVER = { lastRun: null, nextRun: null, did: '', problem: '' };
