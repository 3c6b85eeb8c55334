import type { MenuEntry } from '../../shared/page';
import { call } from '../bridge';
import { enumValue, EnumValue } from '../enums';
import type { Thing } from '../facade';
import type { HtmlOutput } from './html-output';

/** Ui: menus, sidebars and dialogs of the open spreadsheet. */
export class Ui implements Thing {
  readonly kind = 'Base.Ui';

  createMenu(caption: string): Menu {
    return new Menu(caption);
  }

  /** An add-on's menu carries the project's name; the page knows it. */
  createAddonMenu(): Menu {
    return new Menu(null);
  }

  showSidebar(page: HtmlOutput): void {
    call('ui.sidebar', { page: page.page() });
  }

  showModalDialog(page: HtmlOutput, title: string): void {
    call('ui.dialog', { page: page.page(), title, modal: true });
  }

  showModelessDialog(page: HtmlOutput, title: string): void {
    call('ui.dialog', { page: page.page(), title, modal: false });
  }

  /** The older name of a modal dialog, with the page's own title. */
  showDialog(page: HtmlOutput): void {
    this.showModalDialog(page, page.getTitle() ?? '');
  }

  alert(...args: (string | EnumValue)[]): EnumValue {
    return enumValue('Base.Button', call('ui.alert', question(args)));
  }

  prompt(...args: (string | EnumValue)[]): PromptResponse {
    const { button, text } = call('ui.prompt', question(args));
    return new PromptResponse(button, text);
  }
}

/** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`. */
export function question(args: (string | EnumValue)[]): {
  title: string;
  prompt: string;
  buttons: string;
} {
  const texts = args.filter((arg) => typeof arg === 'string');
  const buttons = args.find((arg) => arg instanceof EnumValue)?.name() ?? 'OK';
  const [first = '', second] = texts;
  return second === undefined
    ? { title: '', prompt: first, buttons }
    : { title: first, prompt: second, buttons };
}

class PromptResponse implements Thing {
  readonly kind = 'Base.PromptResponse';

  constructor(
    private readonly button: string,
    private readonly text: string,
  ) {}

  getResponseText(): string {
    return this.text;
  }

  getSelectedButton(): EnumValue {
    return enumValue('Base.Button', this.button);
  }
}

class Menu implements Thing {
  readonly kind = 'Base.Menu';
  private readonly entries: MenuEntry[] = [];

  constructor(private readonly caption: string | null) {}

  addItem(caption: string, functionName: string): this {
    this.entries.push({ kind: 'item', caption, function: functionName });
    return this;
  }

  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.entries.push({ kind: 'menu', caption: menu.caption ?? '', entries: menu.entries });
    return this;
  }

  addToUi(): void {
    call('ui.menu', { caption: this.caption, entries: this.entries });
  }
}
