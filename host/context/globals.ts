import { boot } from './bridge';
import { advancedService } from './advanced';
import { scriptConsole } from './console';
import { serviceObject } from './facade';
import { services } from './services/index';
import { knownGlobals } from './signatures';
import { mimeTypes } from './mime-types';

/** Defines what Apps Script adds to ECMAScript; each service is made when it is first used. */
export function installGlobals(): void {
  define('console', { value: scriptConsole, writable: true });
  for (const [name, kind] of Object.entries(knownGlobals().services)) {
    defineLazily(name, () => serviceObject(kind, services[name]?.()));
  }
  define('MimeType', { value: mimeTypes });
  for (const { userSymbol } of boot().manifest.dependencies?.enabledAdvancedServices ?? []) {
    defineLazily(userSymbol, () => advancedService(userSymbol));
  }
}

function define(name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(globalThis, name, { configurable: true, enumerable: false, ...descriptor });
}

function defineLazily(name: string, make: () => object): void {
  let made: object | undefined;
  define(name, {
    get: () => (made ??= make()),
    set: (value: unknown) => define(name, { value, writable: true, enumerable: true }),
  });
}
