import { clients, commissions, letters, occasions, products } from '../../src/core/workbook';
import { refresh } from '../../src/jobs/refresh';
import { aClient, aCommission, aLetter, anOccasion, aProduct, NOW } from '../support/rows';
import { World } from '../support/services';

const MONTH = 31 * 24 * 3600 * 1000;

function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient(), aClient({ id: 'C-wu', email: 'wu@law.example', industry: 'law' }));
  world.put(products, aProduct({ pays: 'once' }));
  world.put(occasions, anOccasion());
  world.put(letters, aLetter({ status: 'sent', sent: NOW - 6 * MONTH }));
  world.put(
    commissions,
    aCommission({ at: NOW - 5 * MONTH, clientId: 'C-lin', letterId: 'L-one', productId: 'P-rank' }),
  );
  return world;
}
const shown = (world: World) => {
  const result = refresh(world.services());
  if (world.dashboard === undefined) throw new Error('nothing was shown');
  const { charts, ...rest } = world.dashboard;
  const noteOf = (id: string) => charts.find(({ chart }) => chart.id === id)?.drawing.note;
  return { ...rest, noteOf, result };
};

it('obeys the dropdowns', () => {
  const world = aWorld();
  expect(shown(world).noteOf('earned')).toContain('Last 12 months, all clients · 1 commission');
  world.choices = { period: 'this quarter', kind: '', segment: '' };
  expect(shown(world).noteOf('earned')).toContain('This quarter, all clients: no commission');
  world.choices = { period: 'all', kind: 'stage', segment: 'industry: law' };
  expect(shown(world).noteOf('funnel')).toContain('industry: law: no letter');
  expect(shown(world).segments).toContain('industry: law');
});

it('says what cannot be chosen, on the tab and among the problems, and shows what is usual', () => {
  const world = aWorld();
  world.choices = { period: 'fortnight', kind: '', segment: '' };
  const { note, noteOf, result } = shown(world);
  expect(note).toBe(
    '“fortnight” is not there to choose, so “last 12 months” is shown. Pick one from the list in the cell.',
  );
  expect(noteOf('earned')).toContain('Last 12 months');
  expect(result.problem).toContain('Dashboard, Period: “fortnight”');
});

it('numbers what to do next, and says so where there is nothing', () => {
  const world = aWorld();
  expect(shown(world).steps).toEqual([
    expect.stringMatching(/^1\. The next twelve months should bring .* write to the 2 clients/),
  ]);
  expect(shown(new World().ready()).steps).toEqual([expect.stringMatching(/^Nothing for now\./)]);
});

it('shows on the Products tab how often each product sells, and what a sale brings', () => {
  const world = aWorld();
  refresh(world.services());
  expect(world.rows(products)[0]).toMatchObject({
    conversion: 1,
    recommended: 1,
    lifetime: { minor: 203_333, currency: 'TWD' },
    sales: 1,
  });
});
