import { ungroundedNumbers } from '../numbers';
import { check, textOf } from './check';

/** Every number, however it is written, stands in the facts. */
export const numbers = check({
  title: 'numbers',
  failures: (draft, facts) =>
    ungroundedNumbers(textOf(draft), facts).map(
      (number) => `“${number}” is not a number from the facts.`,
    ),
});
