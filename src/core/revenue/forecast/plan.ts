import { fromMajor, type Money, times } from '../../money';
import type { Settings } from '../../settings';

/** What a year would bring if so many clients got so many recommendations; all that can be changed. */
export interface Plan {
  clients: number;
  /** Recommendations a letter, and letters a year. */
  products: number;
  letters: number;
  /** Sales in a hundred recommendations. */
  conversion: number;
  /** What a sale brings in a year, in major units of the home currency. */
  value: number;
  home: string;
}

/** The plan in Settings. */
export function planIn(settings: Settings): Plan {
  return {
    clients: settings.planClients,
    products: settings.planProducts,
    letters: settings.planLetters,
    conversion: settings.planConversion,
    value: settings.planValue,
    home: settings.homeCurrency,
  };
}

/** The plan with what Settings ask “what if” of. */
export function whatIf(settings: Settings): Plan {
  return {
    ...planIn(settings),
    clients: settings.whatIfClients,
    products: settings.whatIfProducts,
    conversion: settings.whatIfConversion,
  };
}

/** What a plan comes to in a year, in the home currency. */
export function planned({ clients, products, letters, conversion, value, home }: Plan): Money {
  const sales = (clients * products * letters * conversion) / 100;
  return times(fromMajor(value, home), sales);
}
