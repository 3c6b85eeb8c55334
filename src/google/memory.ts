import type { Memory } from '../services';

/** A property store as a memory: read whole, once an execution, and written name by name. */
export function memory(open: () => GoogleAppsScript.Properties.Properties): Memory {
  let known: Map<string, string> | undefined;
  const all = (): Map<string, string> =>
    (known ??= new Map(Object.entries(open().getProperties())));
  return {
    get: (name) => all().get(name),
    set: (name, value) => {
      open().setProperty(name, value);
      known?.set(name, value);
    },
    remove: (name) => {
      open().deleteProperty(name);
      known?.delete(name);
    },
  };
}
