import type { Settings, WriterName } from '../settings';
import { anthropic } from './anthropic';
import { chat } from './chat';
import type { Access, WriterService } from './connector';
import { openai } from './openai';

/** The services that write, by what the Writer setting says; `plain` needs none. */
export const SERVICES: Record<Exclude<WriterName, 'plain'>, WriterService> = {
  openai,
  chat,
  anthropic,
};

/** The service that the settings name, or undefined where letters are to be plain. */
export function serviceFor({ writer }: Pick<Settings, 'writer'>): WriterService | undefined {
  return writer === 'plain' ? undefined : SERVICES[writer];
}

/** Where it answers: the address in the settings, unless that is blank or another service's own. */
export function accessTo(
  service: WriterService,
  { model, modelAddress }: Pick<Settings, 'model' | 'modelAddress'>,
  key: string,
): Access {
  const isForeign = Object.values(SERVICES).some(
    ({ address }) => address !== service.address && modelAddress.startsWith(address),
  );
  const address = modelAddress === '' || isForeign ? service.address : modelAddress;
  return { key, model, address };
}
