import { spelledParameter, withParameter } from '../../address';
import type { Network } from '../network';
import { onHost } from '../recognition';
import type { Place } from '../place';

/** `/links/PUBLISHER/type/dlg/sid/MARK/https://…`: a deep link whose mark stands in the path. */
const DEEP = /^(https?:\/\/[^/]+\/links\/\d+\/type\/[a-z]+\/)(?:sid\/([^/]+)\/)?(?=https?:)/i;

const pathOrQuery: Place = {
  name: 'sid',
  read: (destination) =>
    DEEP.test(destination)
      ? (DEEP.exec(destination)?.[2] ?? '')
      : (spelledParameter(destination, 'sid') ?? ''),
  put: (destination, mark) =>
    DEEP.test(destination)
      ? destination.replace(DEEP, (_, start: string) => `${start}sid/${mark}/`)
      : withParameter(destination, 'sid', mark, 'url'),
};

export const cj: Network = {
  title: 'CJ',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'dpbolvw.net', 'tkqlhce.com', 'jdoqocy.com', 'kqzyfj.com', 'anrdoezrs.net') &&
    /^\/(click-|links\/)/.test(address.pathname),
  slot: {
    places: [pathOrQuery],
    reports: ['SID'],
  },
  example: 'https://www.dpbolvw.net/click-1111111-22222222',
  landing: ['cjevent', 'cjdata'],
  source: 'docs.cj.com; CJ GraphQL schema',
  checked: '2026-11-21',
  confidence: 'primary document',
};
