import { randomInt } from 'node:crypto';
import type { Handlers } from '../engine/executor';
import { ScriptError } from '../engine/script-error';
import type { ClockTrigger } from '../shared/triggers';
import type { Part, Store } from '../store/store';
import type { Clock } from './clock';
import { nextDue } from './due';

/** An installed trigger and the project that it belongs to. */
export interface Installed extends ClockTrigger {
  project: string;
}

type Change =
  | { install: Installed }
  | { remove: string }
  | { fired: string; next: number | null; created?: number };

const mostPerProject = 20;

/** The installed triggers of all projects. */
export class Triggers implements Part<Change> {
  readonly name = 'triggers';
  private installed: Installed[] = [];

  all(): readonly Installed[] {
    return this.installed;
  }

  of(project: string): Installed[] {
    return this.installed.filter((trigger) => trigger.project === project);
  }

  apply(change: Change): void {
    if ('install' in change) this.installed.push(change.install);
    else if ('remove' in change) {
      this.installed = this.installed.filter(({ id }) => id !== change.remove);
    } else {
      this.installed = this.installed.map((trigger) =>
        trigger.id === change.fired
          ? { ...trigger, next: change.next, created: change.created ?? trigger.created }
          : trigger,
      );
    }
  }

  snapshot(): unknown {
    return this.installed;
  }

  restore(saved: unknown): void {
    this.installed = saved as Installed[];
  }
}

/** How scripts manage their triggers. */
export function triggerHandlers(
  triggers: Triggers,
  store: Store,
  clock: Clock,
): Pick<Handlers, `triggers.${'list' | 'create' | 'delete'}`> {
  return {
    'triggers.list': (_args, { project }) => triggers.of(project.name),
    'triggers.create': ({ function: name, spec }, { project }) => {
      if (triggers.of(project.name).length >= mostPerProject) {
        throw new ScriptError(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      }
      const id = String(randomInt(1e12, 9e12));
      const created = { id, function: name, spec, created: clock.now() };
      const trigger = { ...created, next: nextDue(created, clock.now()) };
      store.record(triggers, { install: { ...trigger, project: project.name } });
      return trigger;
    },
    'triggers.delete': ({ id }) => {
      store.record(triggers, { remove: id });
      return null;
    },
  };
}
