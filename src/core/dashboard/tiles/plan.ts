import { fromMajor, type Money, showMoney, times } from '../../money';
import type { Settings } from '../../settings';
import type { Tile } from '../tile';

/** What the plan in Settings comes to in a year, in the home currency. */
export function planned(settings: Settings): Money {
  const recommendations = settings.planClients * settings.planProducts * settings.planLetters;
  const sales = (recommendations * settings.planConversion) / 100;
  return times(fromMajor(settings.planValue, settings.homeCurrency), sales);
}

export const plan: Tile = {
  id: 'plan',
  title: 'The plan',
  figures: (rollup, settings) => {
    const goal = planned(settings);
    const value = showMoney(fromMajor(settings.planValue, settings.homeCurrency), 'en');
    const { planClients, planProducts, planLetters, planConversion } = settings;
    return [
      {
        figure: `Plan for a year: ${planClients} clients × ${planProducts} × ${planLetters} × ${planConversion} % × ${value}`,
        value: goal,
        cases: '',
      },
      {
        figure: 'Earned this year, of the plan',
        value: goal.minor === 0 ? 'no plan yet' : rollup.earned.year.amount.minor / goal.minor,
        as: 'percent',
        cases: rollup.earned.year.cases,
      },
    ];
  },
};
