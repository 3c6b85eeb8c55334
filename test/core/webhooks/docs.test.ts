import { readFileSync } from 'node:fs';
import path from 'node:path';
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
  const [found] = kind.find(sceneOf(RECORDS, ZONE));
  if (found === undefined) throw new Error('nothing found');
  const [, shown = ''] =
    new RegExp(`### ${kind.type}\\n[^#]*?\`\`\`json\\n(.*?)\`\`\``, 's').exec(DOCS) ?? [];
  const payload = payloadOf(eventOf(kind.type, found));
  expect(JSON.parse(shown)).toEqual(JSON.parse(payload));
  expect(Object.keys(JSON.parse(shown) as object)).toEqual(
    Object.keys(JSON.parse(payload) as object),
  );
});

it.each(EVENT_KINDS)('$type stays below 20 kB, whatever the tabs hold, and is flat', (kind) => {
  const long = '長'.repeat(40_000);
  const records: Records = {
    ...RECORDS,
    clients: [aClient({ name: long, email: long })],
    letters: RECORDS.letters.map((row) => ({ ...row, subject: long, channel: 'email' as const })),
    activity: RECORDS.activity.map((row) => ({ ...row, problem: long })),
  };
  const [found] = kind.find(sceneOf(records, ZONE));
  if (found === undefined) throw new Error('nothing found');
  const event = eventOf(kind.type, found);
  expect(Buffer.byteLength(payloadOf(event))).toBeLessThan(20_000);
  const kinds = new Set(
    Object.values(event.data).map((value) => (value === null ? 'null' : typeof value)),
  );
  kinds.delete('null');
  expect(['string', 'number']).toEqual(expect.arrayContaining([...kinds]));
});
