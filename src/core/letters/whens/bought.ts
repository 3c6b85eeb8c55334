import { addDays, type Day } from '../../calendar';
import { cut } from '../../problem';
import { daysAfter, ENDS, followUp, type Known, type When } from './when';

/** Sales of a product that lie closer than this are one purchase that pays again and again. */
const SAME_DAYS = 300;

/**
 * Days after a client bought a product, for a renewal or for what goes with it. The period is the
 * product and the year in which it was bought.
 */
export const bought: When = {
  id: 'bought',
  detail: 'The product, by name or id; empty for any.',
  waitDays: { least: 1, most: 400 },
  urgency: 'follow-up',
  says: ({ detail, waitDays }) =>
    daysAfter(waitDays, `buying ${detail.trim() === '' ? 'something' : `“${detail.trim()}”`}`),
  check: ({ detail }, known, name) =>
    detail.trim() === '' || productIn(detail, known) !== undefined
      ? undefined
      : {
          column: 'Detail',
          sentence: `The occasion “${name}” waits for “${cut(detail)}”, which is no product.`,
          remedy: 'Write a name or an id of the Products tab, or leave it empty for any product.',
        },
  plan: (occasion, known) => {
    const wanted = productIn(occasion.detail, known);
    const stops = ENDS.filter((end) => end !== 'bought');
    return ({ sales }) => {
      const ids = [...new Set(sales.map(({ productId }) => productId))].filter((id) => id !== '');
      return ids
        .filter((id) => occasion.detail.trim() === '' || id === wanted)
        .flatMap((id) =>
          purchases(sales.filter(({ productId }) => productId === id)).map((day) =>
            followUp(occasion, day, `${id} ${day.slice(0, 4)}`, { since: day, at: stops }),
          ),
        );
    };
  },
  gone: 'The sale that it follows does not stand any more.',
};

function productIn(detail: string, { products }: Known): string | undefined {
  const wanted = detail.trim().toLowerCase();
  return (
    products.find(({ id }) => id.toLowerCase() === wanted) ??
    products.find(({ name }) => name.trim().toLowerCase() === wanted)
  )?.id;
}

/** The days on which something was bought, of sales that are in order. */
function purchases(sales: { day: Day }[]): Day[] {
  return sales.flatMap(({ day }, i) => {
    const last = sales[i - 1]?.day;
    return last === undefined || addDays(last, SAME_DAYS) < day ? [day] : [];
  });
}
