import { nextSteps } from '../../../src/core/dashboard/steps';
import type { StepInput } from '../../../src/core/dashboard/steps/step';
import { worthOf } from '../../../src/core/revenue/worth';
import type { Client, Commission, Letter } from '../../../src/core/workbook';
import { aClient, aCommission, aLetter, aProduct, NOW, ZONE } from '../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const products = [
  aProduct({ id: 'good', name: 'Goodly', pays: 'once', amount: 1000 }),
  aProduct({ id: 'bad', name: 'Badly', pays: 'once', amount: 1000 }),
];
const plan = { clients: 10, products: 2, letters: 4, conversion: 5, value: 0, home: 'TWD' };

function inputOf(given: {
  letters?: Letter[];
  commissions?: Commission[];
  clients?: Client[];
  value?: number;
}): StepInput {
  const { letters = [], commissions = [], clients = [], value = 0 } = given;
  const rates = new Map<string, number>();
  const input = { clients, products, letters, clicks: [], commissions, rates, planned: [] };
  const worth = worthOf(input, 'TWD', NOW);
  const rest = { sender: 'Mira Chen', zone: ZONE, now: NOW };
  return { worth, clients, letters, commissions, plan: { ...plan, value }, ...rest };
}
const sent = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    aLetter({
      id: `L${i}`,
      clientId: `C${i}`,
      status: 'sent',
      sent: at('2026-01-10'),
      products: ['good', 'bad'],
    }),
  );
const sales = (count: number, given: Partial<Commission> = {}) =>
  Array.from({ length: count }, (_, i) =>
    aCommission({
      id: `M${i}`,
      clientId: `C${i}`,
      productId: 'good',
      at: at('2026-02-01'),
      ...given,
    }),
  );

describe('nextSteps', () => {
  it('has nothing to say of an empty workbook', () => {
    expect(nextSteps(inputOf({}))).toEqual([]);
  });

  it('pauses a product that surely sells worse than half as often as all', () => {
    const [step] = nextSteps(inputOf({ letters: sent(200), commissions: sales(40) }));
    expect(step?.action).toEqual({ do: 'pause', productId: 'bad' });
    expect(step?.sentence).toContain('Badly sold 0 times in 200 recommendations (at most 1.9 %)');
    expect(nextSteps(inputOf({ letters: sent(30), commissions: sales(6) }))).toEqual([]);
  });

  it('asks a network what it keeps pending for over 90 days', () => {
    const commissions = sales(3, { status: 'pending', at: at('2026-07-01') });
    const [step] = nextSteps(inputOf({ commissions }));
    expect(step?.action).toMatchObject({ do: 'ask', network: 'Impact' });
    expect(step?.sentence).toContain('NT$300 in 3 commissions has been pending at Impact');
    const young = sales(3, { status: 'pending', at: at('2026-10-01') });
    expect(nextSteps(inputOf({ commissions: young }))).toEqual([]);
  });

  it('has the words to send to a network, the oldest first and ten by name', () => {
    const commissions = Array.from({ length: 12 }, (_, i) =>
      aCommission({
        id: `M${i}`,
        externalId: `T${i}`,
        status: 'pending',
        at: at(`2026-06-${30 - i}`),
      }),
    );
    const [step] = nextSteps(inputOf({ commissions }));
    const text = step?.action.do === 'ask' ? step.action.text : '';
    expect(text).toContain('12 commissions of mine have been pending');
    expect(text).toContain(
      'for over 90 days:\n\n- 2026-06-19, transaction T11, NT$100\n- 2026-06-20, transaction T10',
    );
    expect(text).toContain('\nand 2 more\n');
    expect(text).toMatch(/Kind regards\nMira Chen$/);
  });

  it('leaves out what was done', () => {
    const commissions = sales(3, { status: 'pending', at: at('2026-07-01') });
    const [step] = nextSteps(inputOf({ commissions }));
    expect(nextSteps(inputOf({ commissions }), new Set([step?.id ?? '']))).toEqual([]);
  });

  it('writes to the clients of a kind that buys more and had no letter lately', () => {
    const clients = Array.from({ length: 100 }, (_, i) =>
      aClient({ id: `C${i}`, email: `c${i}@x.example`, industry: i < 20 ? 'Bakery' : 'law' }),
    );
    const input = inputOf({ clients, letters: sent(100), commissions: sales(15) });
    const step = nextSteps(input).find(({ sentence }) => sentence.includes('“bakery”'));
    expect(step?.action).toEqual({
      do: 'write',
      clientIds: clients.slice(0, 20).map(({ id }) => id),
    });
    expect(step?.sentence).toContain('buy 37.5 % of what you recommend (15 of 40)');
  });

  it('writes to whoever is left out where the year stays under the plan', () => {
    const clients = [aClient(), aClient({ id: 'C-busy', email: 'busy@x.example' })];
    const letters = [aLetter({ clientId: 'C-busy', status: 'sent', sent: at('2026-11-01') })];
    const [step] = nextSteps(inputOf({ clients, letters, value: 3000 }));
    expect(step?.action).toEqual({ do: 'write', clientIds: ['C-lin'] });
    expect(step?.sentence).toContain('NT$12,000 less than planned: write to the 1 client');
  });

  it('says at most five things, those with most at stake first', () => {
    const commissions = Array.from({ length: 7 }, (_, i) =>
      aCommission({
        id: `M${i}`,
        network: `Net ${i}`,
        status: 'pending',
        at: at('2026-07-01'),
        homeAmount: { minor: 100 * (i + 1), currency: 'TWD' },
      }),
    );
    const steps = nextSteps(inputOf({ commissions }));
    expect(steps.map(({ stake }) => stake)).toEqual([700, 600, 500, 400, 300]);
  });
});
