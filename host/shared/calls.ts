import type { FetchAnswer, FetchRequest } from './fetching';
import type { MailCalls } from './mail';
import type { HtmlPage, MenuEntry } from './page';
import type { SheetCalls } from './sheet-calls';
import type { ClockTrigger, TriggerSpec } from './triggers';

/** Everything that the scripts' side may ask of the machine's side: name, arguments, answer. */
export interface Calls
  extends
    EngineCalls,
    PropertyCalls,
    CacheCalls,
    LockCalls,
    MailCalls,
    ScriptCalls,
    SheetCalls,
    UiCalls {
  'fetch.all'(args: { requests: FetchRequest[] }): FetchAnswer[];
}

export type CallName = keyof Calls;
export type CallArgs<Name extends CallName> = Parameters<Calls[Name]>[0];
export type CallResult<Name extends CallName> = ReturnType<Calls[Name]>;

interface EngineCalls {
  /** The execution has come to a call before which a fault is planned. */
  'engine.fault'(args: { call: number }): null;
  /** The execution has used up its time; there is no answer. */
  'engine.timeout'(args: object): null;
  'engine.sleep'(args: { milliseconds: number }): null;
}

export type StoreName = 'script' | 'user' | 'document';

interface PropertyCalls {
  'properties.all'(args: { store: StoreName }): Record<string, string>;
  'properties.get'(args: { store: StoreName; key: string }): string | null;
  'properties.set'(args: {
    store: StoreName;
    values: Record<string, string>;
    alone: boolean;
  }): null;
  'properties.delete'(args: { store: StoreName; key: string }): null;
  'properties.clear'(args: { store: StoreName }): null;
}

interface CacheCalls {
  'cache.get'(args: { store: StoreName; keys: string[] }): Record<string, string>;
  'cache.put'(args: { store: StoreName; values: Record<string, string>; seconds: number }): null;
  'cache.remove'(args: { store: StoreName; keys: string[] }): null;
}

interface LockCalls {
  /** Waits for the lock for so long and tells whether it was got. */
  'lock.take'(args: { lock: StoreName; milliseconds: number }): boolean;
  'lock.release'(args: { lock: StoreName }): null;
  'lock.held'(args: { lock: StoreName }): boolean;
}

interface ScriptCalls {
  'triggers.list'(args: object): ClockTrigger[];
  'triggers.create'(args: { function: string; spec: TriggerSpec }): ClockTrigger;
  'triggers.delete'(args: { id: string }): null;
}

interface UiCalls {
  'ui.menu'(args: { caption: string | null; entries: MenuEntry[] }): null;
  'ui.removeMenu'(args: { caption: string }): null;
  'ui.sidebar'(args: { page: HtmlPage }): null;
  'ui.dialog'(args: { page: HtmlPage; title: string; modal: boolean }): null;
  'ui.alert'(args: { title: string; prompt: string; buttons: string }): string;
  'ui.prompt'(args: { title: string; prompt: string; buttons: string }): {
    button: string;
    text: string;
  };
  'ui.toast'(args: { message: string; title: string; seconds: number }): null;
}
