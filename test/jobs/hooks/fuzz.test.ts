import fc from 'fast-check';
import { DEEDS } from '../../../src/core/hooks/message';
import type { Column } from '../../../src/core/schema/column';
import type { Table } from '../../../src/core/schema/table';
import { clients, occasions, products, TABLES } from '../../../src/core/workbook';
import { collect } from '../../../src/jobs/collect';
import { aSender } from '../../support/hooks';
import { aClient, anOccasion, aProduct } from '../../support/rows';
import { World } from '../../support/services';

/** Whatever comes to a sender's address: always `ok`, never a formula, never a fault of ours. */

const RUNS = 50;
const BODIES_A_RUN = 100;

const HOSTILE = [
  '=HYPERLINK("https://evil.example")',
  '+1+1',
  '@SUM(A1)',
  '-2+3',
  '\t=1',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '\u0000',
  '\ud800',
  '9'.repeat(400),
  'x'.repeat(6_000),
  '2026-13-45',
  'lin@bakery.example',
  '=x@bakery.example',
  'Thank you',
  'Impact',
  'USD',
  'yes',
  'Lead',
  '12.50',
  '',
];
const FIELDS =
  'id do email client_id name company website industry past_work needs stage language consent consent_basis consent_date since notes occasion network external_id commission sale currency status sold_at sub_id product customer programme __proto__ constructor toString';

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer(), fc.boolean(), fc.constant(null)) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...HOSTILE), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const nested = fc
  .tuple(fc.constantFrom('[]', '{}'), fc.integer({ min: 2, max: 4_400 }))
  .map(([pair, depth]) => {
    const [open = '', close = ''] = pair === '[]' ? ['[', ']'] : ['{"x":', '}'];
    const inner = pair === '[]' ? '' : '1';
    const most = Math.min(depth, Math.floor(8_900 / (open.length + close.length)));
    return `{"do":"save_client","name":${open.repeat(most)}${inner}${close.repeat(most)}}`;
  });
const flat = fc.dictionary(fc.constantFrom(...FIELDS.split(' ')), value, { maxKeys: 12 });
const asked = fc
  .tuple(fc.constantFrom(...DEEDS), fc.constantFrom('lin@bakery.example', 'new@x.example'), flat)
  .map(([does, email, fields]) => ({ email, ...fields, do: does }));
const body = fc.oneof(
  { weight: 5, arbitrary: asked.map((said) => JSON.stringify(said)) },
  { weight: 2, arbitrary: flat.map((said) => JSON.stringify(said)) },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 8_000, max: 25_000 })
      .map((length) => `{"do":"${'x'.repeat(length)}`),
  },
);

/** Cells that the sheet would read as a formula: those that begin like one and are not held as text. */
function formulasIn(world: World): string[] {
  return (TABLES as unknown as readonly Table[]).flatMap((table) => {
    const columns = Object.values(table.columns) as Column<unknown>[];
    const formats = new Map(columns.map(({ header, format }) => [header, format]));
    const [header = [], ...rows] = world.grid(table.tab);
    return rows.flatMap((row) =>
      row.flatMap((cell, i) =>
        typeof cell === 'string' &&
        /^\s*[=+@-]/.test(cell) &&
        formats.get(String(header[i])) !== '@'
          ? [`${table.tab} ${String(header[i])}: ${cell}`]
          : [],
      ),
    );
  });
}

it(`answers ${RUNS * BODIES_A_RUN} bodies, and does or refuses each`, () => {
  let carriedOut = 0;
  let told = 0;
  fc.assert(
    fc.property(fc.array(body, { minLength: BODIES_A_RUN, maxLength: BODIES_A_RUN }), (bodies) => {
      const world = new World().ready();
      world.put(clients, aClient());
      world.put(products, aProduct());
      world.put(occasions, anOccasion({ id: 'thank-you', title: 'Thank you' }));
      const send = aSender(world);
      for (const one of bodies) expect(send(one)).toEqual({ html: 'ok', title: 'ok' });
      const { done, problem } = collect(world.services());
      carriedOut += Number(/(\d+) requests? of automations/.exec(done)?.[1] ?? 0);
      told += done === '' && problem === undefined ? 0 : 1;
      expect(world.gate.ask({ op: 'health', key: 'k'.repeat(64) })).toMatchObject({ events: 0 });
      expect(formulasIn(world)).toEqual([]);
      const { problems } = world.services().sheets.read(clients);
      expect(problems).toEqual([]);
    }),
    { numRuns: RUNS, seed: 7 },
  );
  expect(told).toBe(RUNS);
  expect(carriedOut).toBeGreaterThan(RUNS);
});
