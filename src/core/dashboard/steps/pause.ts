import {
  conversionOf,
  percent,
  roundly,
  type Step,
  stepId,
  type StepInput,
  usualValue,
} from './step';

/** Recommendations from which a product may be judged. */
const ENOUGH_CASES = 40;

/** Products that surely sell worse than half as often as all together. */
export function toPause({ worth, plan: { home } }: StepInput): Step[] {
  const { share, recommended: all } = conversionOf(worth.products);
  return worth.products.flatMap((of): Step[] => {
    const { product, recommended, bought, conversion } = of;
    if (!product.active || recommended < ENOUGH_CASES || conversion.high >= share / 2) return [];
    const lost = (share - bought / recommended) * recommended * usualValue(worth.products);
    return [
      {
        id: stepId('pause', product.id),
        sentence:
          `${product.name} sold ${bought} times in ${recommended} recommendations ` +
          `(at most ${percent(conversion.high)}), all products ${percent(share)} of ${all}: ` +
          `pause it and give its place to others, worth about ${roundly(lost, home)}.`,
        action: { do: 'pause', productId: product.id },
        stake: lost,
      },
    ];
  });
}
