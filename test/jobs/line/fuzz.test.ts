import fc from 'fast-check';
import { SAMPLE_BOT, sampleUser } from '../../../demo/line/sample';
import { lineCode } from '../../../src/core/letters/line-code';
import { clients, letters } from '../../../src/core/workbook';
import { collect } from '../../../src/jobs/collect';
import { pushRoutes } from '../../../src/jobs/routes';
import { LINE_KEY, withLine } from '../../support/line';
import { aClient, aLetter, NOW } from '../../support/rows';
import { World } from '../../support/services';

/** Whatever a stranger who has the secret address may post: nothing of it harms the gate or a cell. */

const CASES = 5000;
/** The gate's journal is emptied so often. */
const AT_ONCE = 25;
const WANG = sampleUser('wang');

const hostile = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("https://evil.example")',
    '+1+1',
    '@SUM(A1)',
    '-2',
    '__proto__',
    'stop',
    'Stop writing to me please, all of you?',
    '\u0000',
    '\ud800',
    '💥'.repeat(40),
    'x'.repeat(3000),
    lineCode('L-one', 'link-key'),
    lineCode('L-one', 'other-key'),
    SAMPLE_BOT,
    WANG,
    `U${'f'.repeat(32)}`,
    '../../message/push',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const anything = fc.oneof(
  hostile,
  fc.anything({ maxDepth: 2, maxKeys: 3 }),
  fc.constantFrom(null, 0, -1, 1e300, true, [], {}),
);
const usual = (value: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, anything);
const kind = fc.constantFrom('message', 'message', 'follow', 'unfollow', 'somethingNew');
const words = fc.oneof(hostile, fc.constantFrom('stop', 'Thank you!'));
const event = fc.record(
  {
    type: fc.oneof({ weight: 6, arbitrary: kind }, anything),
    mode: usual('active'),
    timestamp: usual(NOW),
    source: fc.oneof(
      { weight: 6, arbitrary: fc.record({ type: usual('user'), userId: usual(WANG) }) },
      anything,
    ),
    webhookEventId: fc.oneof({ weight: 6, arbitrary: fc.uuid() }, anything),
    message: fc.oneof(
      { weight: 6, arbitrary: fc.record({ type: usual('text'), text: words }) },
      anything,
    ),
  },
  { requiredKeys: ['type', 'source', 'message'] },
);
const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        destination: usual(SAMPLE_BOT),
        events: fc.oneof(fc.array(event, { maxLength: 4 }), anything),
      })
      .map((call) => tryStringify(call)),
  },
  { weight: 1, arbitrary: hostile },
);

function tryStringify(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '{';
  }
}

it(`answers ${CASES} bodies alike, and lets none of them write a formula or break a run`, () => {
  const world = new World().ready();
  withLine(world).followers.add(WANG);
  world.put(
    clients,
    aClient(),
    aClient({ id: 'C-wang', email: 'wang@tea.example', lineUser: WANG }),
  );
  world.put(
    letters,
    aLetter({ status: 'sent', sent: NOW - 1000 }),
    aLetter({ id: 'L-wang', clientId: 'C-wang', status: 'sent', sent: NOW - 1000 }),
  );
  pushRoutes(world.services());
  const heard = { answers: 0, ended: 0 };
  let posted = 0;
  fc.assert(
    fc.property(body, (said) => {
      expect(world.gate.post(said, { line: LINE_KEY })).toEqual({ html: 'ok', title: 'ok' });
      if (++posted % AT_ONCE !== 0) return;
      collect(world.services());
      const [lin, wang] = world.rows(clients);
      for (const client of [lin, wang]) expect(client?.lineUser).toMatch(/^(U[0-9a-f]{32})?$/);
      heard.answers += world.rows(letters).filter(({ outcome }) => outcome === 'replied').length;
      heard.ended += wang?.consent === 'unsubscribed' ? 1 : 0;
      world.write(clients, 2, { consent: 'yes', lineUser: WANG });
      for (const row of [1, 2]) world.write(letters, row, { outcome: '', answered: null });
    }),
    { numRuns: CASES, endOnFailure: true },
  );
  // Some of them were understood, so the others were not merely all passed over.
  expect([heard.answers > 0, heard.ended > 0]).toEqual([true, true]);
  const cells = [...world.grids].flatMap(([tab, rows]) => (tab === 'Settings' ? [] : rows.flat()));
  expect(cells.filter((cell) => typeof cell === 'string' && /^[=+@]/.test(cell))).toEqual([]);
  expect(world.snapshot()).not.toContain('evil.example');
});
