import { clientsById } from '../../core/clients/client';
import type { Endpoint } from '../../core/webhooks/endpoint';
import {
  CLICK_COLUMNS,
  COMMISSION_COLUMNS,
  eventOf,
  LETTER_COLUMNS,
  type OutEvent,
  type Records,
  sceneOf,
} from '../../core/webhooks/event';
import { EVENT_KINDS } from '../../core/webhooks/events';
import { NEWS_MS } from '../../core/webhooks/outbox';
import {
  activity,
  clicks,
  clients,
  commissions,
  letters,
  occasions,
  products,
  stages,
  unsubscribed,
} from '../../core/workbook';
import type { Services } from '../../services';
import { finishLedger } from '../ledger';
import { noteStages } from '../stages';

type FindServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/**
 * Everything of late that some endpoint wants to be told of, found in what the tabs hold: nothing
 * that happened is lost with the run in which it happened.
 */
export function findEvents(services: FindServices, endpoints: Endpoint[]): OutEvent[] {
  const { sheets } = services;
  const kinds = EVENT_KINDS.filter(({ type }) => endpoints.some(({ events }) => events.has(type)));
  const needs = new Set(kinds.flatMap((kind) => kind.needs));
  // What a run left half written would be told half, and then again under another id.
  if (needs.has('commissions')) finishLedger(services);
  const from = services.clock.now() - NEWS_MS;
  const scene = sceneOf(readRecords(services, needs), sheets.zone(), from);
  return kinds.flatMap((kind) => kind.find(scene).map((found) => eventOf(kind.type, found)));
}

function readRecords({ sheets, clock }: FindServices, needs: ReadonlySet<keyof Records>): Records {
  const people = needs.has('clients') ? sheets.read(clients) : undefined;
  if (people !== undefined && needs.has('stages')) {
    noteStages(sheets, clientsById(people).values(), clock.now());
  }
  return {
    clients: people?.all ?? [],
    products: needed('products', needs, () => sheets.readColumns(products, ['id', 'name']).all),
    occasions: needed('occasions', needs, () => sheets.readColumns(occasions, ['id', 'title']).all),
    letters: needed('letters', needs, () => sheets.readColumns(letters, LETTER_COLUMNS).all),
    clicks: needed('clicks', needs, () => sheets.readColumns(clicks, CLICK_COLUMNS).rows),
    commissions: needed(
      'commissions',
      needs,
      () => sheets.readColumns(commissions, COMMISSION_COLUMNS).rows,
    ),
    // Read anew: a moment is known by what its cell holds.
    stages: needed('stages', needs, () => sheets.read(stages).rows),
    unsubscribed: needed('unsubscribed', needs, () => sheets.read(unsubscribed).rows),
    activity: needed(
      'activity',
      needs,
      () => sheets.readColumns(activity, ['at', 'job', 'outcome', 'problem']).rows,
    ),
  };
}

function needed<R>(name: keyof Records, needs: ReadonlySet<keyof Records>, read: () => R[]): R[] {
  return needs.has(name) ? read() : [];
}
