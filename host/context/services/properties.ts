import type { StoreName } from '../../shared/calls';
import { call } from '../bridge';
import { exception } from '../exception';
import type { Thing } from '../facade';

/** PropertiesService: small texts that stay, for the script, its user or its document. */
export class PropertiesService implements Thing {
  readonly kind = 'Properties.PropertiesService';

  constructor(private readonly bound: boolean) {}

  getScriptProperties(): Properties {
    return new Properties('script');
  }

  getUserProperties(): Properties {
    return new Properties('user');
  }

  getDocumentProperties(): Properties | null {
    return this.bound ? new Properties('document') : null;
  }
}

/** A store of texts; under its older names it is a service by itself. */
export class Properties implements Thing {
  constructor(
    private readonly store: StoreName,
    readonly kind = 'Properties.Properties',
  ) {}

  getProperty(key: string): string | null {
    return call('properties.get', { store: this.store, key: keyed(key) });
  }

  getProperties(): Record<string, string> {
    return call('properties.all', { store: this.store });
  }

  getKeys(): string[] {
    return Object.keys(this.getProperties());
  }

  setProperty(key: string, value: string): this {
    return this.setProperties({ [keyed(key)]: value }, false);
  }

  setProperties(properties: Record<string, unknown>, deleteAllOthers = false): this {
    const pairs = Object.entries(properties).map(([key, value]) => [key, String(value)]);
    const values = Object.fromEntries(pairs) as Record<string, string>;
    call('properties.set', { store: this.store, values, alone: deleteAllOthers });
    return this;
  }

  deleteProperty(key: string): this {
    call('properties.delete', { store: this.store, key: keyed(key) });
    return this;
  }

  deleteAllProperties(): this {
    call('properties.clear', { store: this.store });
    return this;
  }
}

function keyed(key: string | null | undefined): string {
  if (key === null || key === undefined) throw exception('Invalid argument: key');
  return key;
}
