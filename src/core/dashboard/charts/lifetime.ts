import type { ProductWorth } from '../../revenue/value/product-worth';
import { FEW_SUBSCRIPTIONS } from '../../revenue/value/sale-worth';
import { type Chart, label, MOST_BARS, nothing, parts, RANGE, RANGE_TITLES, wholly } from './chart';

/** What one sale of each product brings in five years, with its range. */
export const lifetime: Chart = {
  id: 'lifetime',
  title: 'What a sale is worth, by product',
  type: 'bar',
  draw: (board) => {
    const bars = board.worth.products.map(barOf).filter(({ cases, high }) => cases > 0 && high > 0);
    bars.sort((a, b) => b.expected - a.expected);
    if (bars.length === 0) {
      return nothing(
        'No product has paid yet, so nobody can tell what a sale is worth. It takes one commission that is booked to a product.',
      );
    }
    return {
      rows: [
        ['', ...RANGE_TITLES],
        ...bars
          .slice(0, MOST_BARS)
          .map(({ name, cases, low, expected, high }) => [
            label(name, cases),
            ...parts(low, expected, high).map((part) => wholly(part, board)),
          ]),
      ],
      colours: RANGE,
      note: `In five years, all clients, in ${board.settings.homeCurrency} · in brackets: payments or, where it pays again, subscriptions · 80 % range`,
    };
  },
};

/** Where there are few subscriptions, the range alone says what may be. */
function barOf({ product: { name }, worth }: ProductWorth) {
  const { value, range, lasting, payments } = worth;
  const [low, high] = [range?.low ?? value ?? 0, range?.high ?? value ?? 0];
  const isFew = lasting !== undefined && lasting.subscriptions < FEW_SUBSCRIPTIONS;
  return {
    name,
    cases: lasting?.subscriptions ?? payments,
    low,
    expected: isFew ? low : (value ?? 0),
    high,
  };
}
