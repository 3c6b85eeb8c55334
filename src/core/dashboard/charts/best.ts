import { quarterOf, quarterPlus } from '../../calendar';
import { groupedBy } from '../../group';
import type { Board } from '../board';
import { AMBER, type Chart, DEEP, label, nothing, wholly } from './chart';

const EACH = 3;

/** The products that brought most in the quarter, and those that brought least for being recommended. */
export const best: Chart = {
  id: 'best',
  title: 'Best and worst of the quarter',
  type: 'bar',
  draw: (board) => {
    const { view, today, settings } = board;
    const quarter = quarterPlus(quarterOf(today), view.period === 'last quarter' ? -1 : 0);
    const products = productsOf(board, quarter);
    if (products.length === 0) {
      return nothing(
        `Nothing was recommended or sold in ${quarter} yet. It fills as letters leave and commissions come.`,
      );
    }
    const first = products.filter(({ brought }) => brought > 0).slice(0, EACH);
    const last = products
      .filter((product) => product.recommended > 0 && !first.includes(product))
      .sort((a, b) => rate(a) - rate(b) || b.recommended - a.recommended)
      .slice(0, EACH);
    return {
      rows: [
        ['', 'Best', 'Worst'],
        ...first.map((one) => [nameOf(one), wholly(one.brought, board), 0]),
        ...last.reverse().map((one) => [nameOf(one), 0, wholly(one.brought, board)]),
      ],
      colours: [DEEP, AMBER],
      note: `${quarter}, ${view.segment}, earned and pending in ${settings.homeCurrency} · in brackets: commissions / recommendations`,
    };
  },
};

interface Standing {
  name: string;
  brought: number;
  sales: number;
  recommended: number;
}

/** Every product that was recommended or sold in the quarter, the best first. */
function productsOf({ ledger, quarterLetters, products }: Board, quarter: string): Standing[] {
  const sales = groupedBy(
    ledger.filter(({ day }) => quarterOf(day) === quarter),
    ({ productId }) => productId,
  );
  const made = quarterLetters(quarter).flatMap((letter) => letter.products);
  return products
    .map(({ id, name }) => {
      const rows = sales.get(id) ?? [];
      return {
        name,
        brought: rows.reduce((sum, { homeAmount }) => sum + homeAmount.minor, 0),
        sales: rows.length,
        recommended: made.filter((product) => product === id).length,
      };
    })
    .filter(({ sales: count, recommended }) => count + recommended > 0)
    .sort((a, b) => b.brought - a.brought);
}

function rate({ brought, recommended }: Standing): number {
  return brought / recommended;
}

function nameOf({ name, sales, recommended }: Standing): string {
  return label(name, `${sales}/${recommended}`);
}
