import type { Execution } from '../engine/execution';
import type { Handlers } from '../engine/executor';
import type { SheetArea } from '../shared/cells';
import type { HtmlPage, MenuEntry } from '../shared/page';

/** A menu that a project added to the spreadsheet's menu bar. */
export interface ProjectMenu {
  project: string;
  caption: string;
  entries: MenuEntry[];
}

/** Something for the open page: it is sent to all pages and shown by them. */
export type UiEvent =
  | { kind: 'stored'; part: string }
  | { kind: 'menus' }
  | { kind: 'activate'; area: SheetArea }
  | { kind: 'sidebar'; project: string; page: HtmlPage }
  | { kind: 'dialog'; project: string; page: HtmlPage; title: string; modal: boolean }
  | { kind: 'toast'; message: string; title: string; seconds: number }
  | {
      kind: 'question';
      id: number;
      title: string;
      prompt: string;
      buttons: string;
      asksText: boolean;
    };

interface Answer {
  button: string;
  text: string;
}

/** What scripts show to the person at the spreadsheet. */
export class UserInterface {
  menus: ProjectMenu[] = [];
  private readonly listeners = new Set<(event: UiEvent) => void>();
  private readonly questions = new Map<number, (answer: Answer) => void>();
  private lastQuestion = 0;

  /** Hands every event to a page until the returned function is called. */
  listen(listener: (event: UiEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(event: UiEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  addMenu(menu: ProjectMenu): void {
    const same = (other: ProjectMenu): boolean =>
      other.project === menu.project && other.caption === menu.caption;
    this.menus = [...this.menus.filter((other) => !same(other)), menu];
    this.send({ kind: 'menus' });
  }

  removeMenu(project: string, caption: string): void {
    this.menus = this.menus.filter((menu) => menu.project !== project || menu.caption !== caption);
    this.send({ kind: 'menus' });
  }

  clearMenus(): void {
    this.menus = [];
  }

  /** Asks the person; where no page is open the first button is taken. */
  ask(title: string, prompt: string, buttons: string, asksText: boolean): Promise<Answer> {
    const [first = 'OK'] = buttons.split('_');
    if (!this.listeners.size) return Promise.resolve({ button: first, text: '' });
    this.lastQuestion += 1;
    const id = this.lastQuestion;
    this.send({ kind: 'question', id, title, prompt, buttons, asksText });
    return new Promise((resolve) => this.questions.set(id, resolve));
  }

  /** The person's answer to a question. */
  answer(id: number, answer: Answer): void {
    this.questions.get(id)?.(answer);
    this.questions.delete(id);
  }
}

type UiCalls = `ui.${'menu' | 'removeMenu' | 'sidebar' | 'dialog' | 'alert' | 'prompt' | 'toast'}`;

/** How scripts use the interface; what they show is also noted in the execution's log. */
export function uiHandlers(ui: UserInterface): Pick<Handlers, UiCalls> {
  const note = (execution: Execution, text: string): void => {
    const at = Date.now() + execution.boot.ahead;
    execution.log.push({ level: 'INFO', text, at });
  };
  return {
    'ui.menu': ({ caption, entries }, { project }) => {
      ui.addMenu({ project: project.name, caption: caption ?? project.name, entries });
      return null;
    },
    'ui.removeMenu': ({ caption }, { project }) => {
      ui.removeMenu(project.name, caption);
      return null;
    },
    'ui.sidebar': ({ page }, execution) => {
      note(execution, `sidebar: ${page.title}`);
      ui.send({ kind: 'sidebar', project: execution.project.name, page });
      return null;
    },
    'ui.dialog': ({ page, title, modal }, execution) => {
      note(execution, `dialog: ${title}`);
      ui.send({ kind: 'dialog', project: execution.project.name, page, title, modal });
      return null;
    },
    'ui.alert': async ({ title, prompt, buttons }, execution) => {
      note(execution, `alert: ${[title, prompt].filter(Boolean).join(' · ')}`);
      return (await ui.ask(title, prompt, buttons, false)).button;
    },
    'ui.prompt': ({ title, prompt, buttons }, execution) => {
      note(execution, `prompt: ${[title, prompt].filter(Boolean).join(' · ')}`);
      return ui.ask(title, prompt, buttons, true);
    },
    'ui.toast': ({ message, title, seconds }, execution) => {
      note(execution, `toast: ${[title, message].filter(Boolean).join(' · ')}`);
      ui.send({ kind: 'toast', message, title, seconds });
      return null;
    },
  };
}
