import { type Range, wilson } from '../../statistics/interval';
import type { Client } from '../../workbook';
import type { Sale } from './brought';
import type { Trial } from './trial';

export const SEGMENT_KINDS = ['industry', 'past work', 'stage', 'language', 'channel'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Clients of one kind, and what recommending to them brought; money in minor units at home. */
export interface SegmentWorth {
  kind: SegmentKind;
  segment: string;
  clients: number;
  recommended: number;
  bought: number;
  conversion: Range;
  sales: number;
  earned: number;
  /** What a purchase brings with all that is still to come; null without any. */
  lifetime: number | null;
}

interface Member {
  clients: Set<string>;
  trials: Trial[];
  sales: Sale[];
}

/** What each kind of client is worth. A channel's cases are those of the letters that travelled so. */
export function segmentWorths(
  clients: readonly Client[],
  trials: readonly Trial[],
  sales: readonly Sale[],
): SegmentWorth[] {
  const segments = new Map<string, Member>();
  const at = (kind: SegmentKind, name: string): Member => {
    const key = `${kind}|${name}`;
    const known = segments.get(key) ?? { clients: new Set<string>(), trials: [], sales: [] };
    segments.set(key, known);
    return known;
  };
  const homes = new Map(
    clients.map((client) => {
      const own = segmentsOf(client).map(([kind, name]) => ({ kind, member: at(kind, name) }));
      for (const { member } of own) member.clients.add(client.id);
      return [client.id, own];
    }),
  );
  for (const trial of trials) {
    for (const { kind, member } of homes.get(trial.clientId) ?? []) {
      if (kind !== 'channel') member.trials.push(trial);
    }
    if (homes.has(trial.clientId)) at('channel', trial.channel || 'email').trials.push(trial);
  }
  for (const sale of sales) {
    for (const { member } of homes.get(sale.clientId) ?? []) member.sales.push(sale);
  }
  return [...segments].map(([key, member]) => {
    const [kind = '', segment = ''] = key.split(/\|(.*)/s);
    return worthOf(kind as SegmentKind, segment, member);
  });
}

/** The segments that a client belongs to; what is not filled in makes none. */
export function segmentsOf(client: Client): [SegmentKind, string][] {
  const { industry, pastWork, stage, language, channel } = client;
  const places: [SegmentKind, string][] = [
    ['industry', industry.trim().toLowerCase()],
    ...pastWork.map((work): [SegmentKind, string] => ['past work', work.toLowerCase()]),
    ['stage', stage],
    ['language', language],
    ['channel', channel || 'email'],
  ];
  return places.filter(([, name]) => name !== '');
}

function worthOf(
  kind: SegmentKind,
  segment: string,
  { clients, trials, sales }: Member,
): SegmentWorth {
  const bought = trials.filter(({ sold }) => sold).length;
  const earned = sales.reduce((sum, sale) => sum + sale.earned, 0);
  const more = sales.reduce((sum, { pending, toCome }) => sum + pending + toCome, 0);
  return {
    kind,
    segment,
    clients: clients.size,
    recommended: trials.length,
    bought,
    conversion: wilson(bought, trials.length),
    sales: sales.length,
    earned,
    lifetime: sales.length === 0 ? null : (earned + more) / sales.length,
  };
}
