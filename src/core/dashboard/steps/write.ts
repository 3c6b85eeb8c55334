import { DAY_MS } from '../../calendar';
import { reach } from '../../clients/client';
import { planned } from '../../revenue/forecast/plan';
import type { Client } from '../../workbook';
import { many } from '../../words/count';
import {
  conversionOf,
  percent,
  roundly,
  type Step,
  stepId,
  type StepInput,
  usualValue,
} from './step';

/** Clients who had a letter since then are left in peace. */
const REST = 90 * DAY_MS;
/** Clients whom one step writes to; the others come after them. */
const MOST_CLIENTS = 500;

/** Clients without a letter lately, of the kind that surely buys more than all do. */
export function toWriteKind(input: StepInput): Step[] {
  const { worth, plan } = input;
  const { share } = conversionOf(worth.products);
  const idle = idleClients(input);
  const [best] = worth.segments
    .filter(({ kind, conversion, recommended }) => {
      return kind === 'industry' && recommended > 0 && conversion.low > share;
    })
    .map((segment) => ({
      segment,
      clientIds: idsOf(
        idle.filter(({ industry }) => industry.trim().toLowerCase() === segment.segment),
      ),
    }))
    .filter(({ clientIds }) => clientIds.length > 0)
    .sort((a, b) => b.clientIds.length - a.clientIds.length);
  if (best === undefined) return [];
  const { segment, clientIds } = best;
  const rate = segment.bought / segment.recommended;
  const stake =
    clientIds.length * plan.products * rate * (segment.lifetime ?? usualValue(worth.products));
  return [
    {
      id: stepId('write', segment.segment),
      sentence:
        `Clients in “${segment.segment}” buy ${percent(rate)} of what you recommend ` +
        `(${segment.bought} of ${segment.recommended}), all clients ${percent(share)}: write to the ` +
        `${clientIds.length} of them without a letter in 90 days, worth about ${roundly(stake, plan.home)}.`,
      action: { do: 'write', clientIds },
      stake,
    },
  ];
}

/** What is missing to the plan, and who could be written to for it. */
export function toWritePlan(input: StepInput): Step[] {
  const { worth, plan } = input;
  const { expected, low, high } = worth.forecast.total;
  const missing = planned(plan).minor - expected;
  const clientIds = idsOf(idleClients(input));
  if (missing <= 0 || clientIds.length === 0) return [];
  const { share, recommended } = conversionOf(worth.products);
  const rate = recommended === 0 ? plan.conversion / 100 : share;
  const gain = clientIds.length * plan.products * rate * usualValue(worth.products);
  const show = (minor: number): string => roundly(minor, plan.home);
  return [
    {
      id: stepId('write', ''),
      sentence:
        `The next twelve months should bring ${show(expected)} (${show(low)} to ` +
        `${show(high)}), ${show(missing)} less than planned: write to the ` +
        `${many(clientIds.length, 'client')} without a letter in 90 days.`,
      action: { do: 'write', clientIds },
      stake: Math.min(missing, gain),
    },
  ];
}

/** Clients who may be recommended something and had no letter in 90 days, nor have one waiting. */
function idleClients({ clients, letters, now }: StepInput): Client[] {
  const busy = new Set(
    letters
      .filter(({ status, sent }) =>
        status === 'sent'
          ? sent !== null && now - sent < REST
          : status !== 'skipped' && status !== 'failed',
      )
      .map(({ clientId }) => clientId),
  );
  return clients.filter(
    (client) => !busy.has(client.id) && reach(client).letters === 'with recommendations',
  );
}

function idsOf(clients: Client[]): string[] {
  return clients.slice(0, MOST_CLIENTS).map(({ id }) => id);
}
