import { call } from '../bridge';
import type { EnumValue } from '../enums';
import type { Thing } from '../facade';
import { question } from './ui';

/** Browser: the older dialogs of a spreadsheet, which answer with a word. */
export class Browser implements Thing {
  readonly kind = 'Base.Browser';

  /** `ok`, `cancel`, `yes` or `no`; closing the dialog cancels. */
  msgBox(...args: (string | EnumValue)[]): string {
    return wordFor(call('ui.alert', question(args)));
  }

  /** What was typed, or `cancel`. */
  inputBox(...args: (string | EnumValue)[]): string {
    const { button, text } = call('ui.prompt', question(args));
    const word = wordFor(button);
    return word === 'cancel' || word === 'no' ? word : text;
  }
}

const wordFor = (button: string): string => (button === 'CLOSE' ? 'cancel' : button.toLowerCase());
