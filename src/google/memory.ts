import type { Memory } from '../services';

/** The script's properties: every editor of the sheet could read them. */
export const stateMemory = (): Memory => memory(() => PropertiesService.getScriptProperties());

/** The user's properties: only code that runs as this person reads them. */
export const vaultMemory = (): Memory => memory(() => PropertiesService.getUserProperties());

/** A property store as a memory: read whole, once an execution, and written name by name. */
function memory(open: () => GoogleAppsScript.Properties.Properties): Memory {
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
