import { type Address, spelledParameter } from '../address';

/** Whether an address is on one of these hosts or a part of them. */
export function onHost({ hostname }: Address, ...hosts: string[]): boolean {
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Whether an address has all of these query parameters. */
export function hasAll({ href }: Address, ...names: string[]): boolean {
  return names.every((name) => spelledParameter(href, name) !== undefined);
}
