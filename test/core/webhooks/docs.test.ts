import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DAY_MS } from '../../../src/core/calendar';
import { eventOf, type Records, payloadOf, sceneOf } from '../../../src/core/webhooks/event';
import { EVENT_KINDS } from '../../../src/core/webhooks/events';
import { clients } from '../../../src/core/workbook';
import {
  aClick,
  aClient,
  aCommission,
  aLetter,
  anOccasion,
  aProduct,
  NOW,
  ZONE,
} from '../../support/rows';

/** The examples in docs/connections.md are what the code makes. */

const DOCS = readFileSync(path.join(__dirname, '../../../docs/connections.md'), 'utf8');
const HOUR = 3_600_000;

const RECORDS: Records = {
  clients: [aClient()],
  products: [aProduct()],
  occasions: [anOccasion()],
  letters: [aLetter({ status: 'sent', sent: NOW, answered: NOW })],
  clicks: [aClick()],
  commissions: [
    aCommission({
      ...{ productId: 'P-rank', clientId: 'C-lin', letterId: 'L-one' },
      ...{ firstSeen: NOW, changed: NOW + HOUR },
    }),
  ],
  stages: [
    {
      ...{ clientId: 'C-lin', stage: 'Delivered', former: 'Active', moved: NOW },
      ...{ first: '2026-05-01', reached: [], started: [] },
    },
  ],
  unsubscribed: [{ mark: clients.derive(aClient()), day: '2026-11-21', at: NOW }],
  activity: [{ at: NOW, job: 'collect', outcome: 'problem', problem: 'The gate is silent.' }],
};

it.each(EVENT_KINDS)('$type is as the manual shows it', (kind) => {
  const [found] = kind.find(sceneOf(RECORDS, ZONE, NOW));
  if (found === undefined) throw new Error('nothing found');
  const [, shown = ''] =
    new RegExp(`### ${kind.type}\\n[^#]*?\`\`\`json\\n(.*?)\`\`\``, 's').exec(DOCS) ?? [];
  const payload = payloadOf(eventOf(kind.type, found));
  expect(JSON.parse(shown)).toEqual(JSON.parse(payload));
  expect(Object.keys(JSON.parse(shown) as object)).toEqual(
    Object.keys(JSON.parse(payload) as object),
  );
});

it.each(EVENT_KINDS)('$type is not made of what happened too long ago', ({ find }) => {
  expect(find(sceneOf(RECORDS, ZONE, NOW + DAY_MS))).toEqual([]);
});

it.each(EVENT_KINDS)('$type stays below 20 kB, whatever the tabs hold, and is flat', (kind) => {
  const { activity, ...others } = RECORDS;
  const long = '𠮷'.repeat(5000);
  const records = {
    ...withTexts(others, long),
    activity: activity.map((row) => ({ ...row, job: long, problem: long })),
  };
  const [found] = kind.find(sceneOf(records, ZONE, NOW));
  if (found === undefined) throw new Error('nothing found');
  const event = eventOf(kind.type, found);
  expect(Buffer.byteLength(payloadOf(event))).toBeLessThan(20_000);
  const kinds = new Set(
    Object.values(event.data).map((value) => (value === null ? 'null' : typeof value)),
  );
  kinds.delete('null');
  expect(['string', 'number']).toEqual(expect.arrayContaining([...kinds]));
});

/** The same with another text in the place of every one, so that rows still find each other. */
function withTexts<V>(value: V, text: string): V {
  if (typeof value === 'string') return text as V;
  if (Array.isArray(value)) return value.map((one) => withTexts<unknown>(one, text)) as V;
  // An amount's currency is no text.
  if (typeof value !== 'object' || value === null || 'minor' in value) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, withTexts<unknown>(one, text)]);
  return Object.fromEntries(entries) as V;
}
