import { Problem } from '../core/problem';
import { senderOfKey, readClaim } from '../core/referrals/claim';
import type { GateEvent } from '../core/referrals/gate';
import { readSubId } from '../core/referrals/sub-id';
import { BY_POSTBACK } from '../core/revenue/commission';
import { links, products } from '../core/workbook';
import type { Memory, Services } from '../services';
import { bookStatements } from './ledger';
import { VAULT } from './state';

type ClaimServices = Pick<Services, 'sheets' | 'vault' | 'state' | 'clock'>;

/** The secrets in the addresses that networks call, by network. */
export function postbackSecrets(vault: Memory): Record<string, string> {
  return JSON.parse(vault.get(VAULT.postbackKeys) ?? '{}') as Record<string, string>;
}

/**
 * Books what networks claimed by postback, as pending, unless a report knows better; returns how many
 * rows that made, and what could not be read.
 */
export function noteClaims(
  services: ClaimServices,
  events: GateEvent[],
): { booked: number; problems: string[] } {
  const { sheets, vault } = services;
  const came = events.filter(({ kind }) => kind === 'postback');
  if (came.length === 0) return { booked: 0, problems: [] };
  const secrets = postbackSecrets(vault);
  const currencyOf = currencies({ sheets });
  const problems: string[] = [];
  const claims = came.flatMap(({ data, at }) => {
    const network = senderOfKey(secrets, data?.key);
    if (network === undefined) return [];
    try {
      const context = { currencyOf, zone: sheets.zone(), arrived: at };
      return [{ ...readClaim(network, textsOf(data?.fields), context), asOf: at }];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(`${network}: ${error.message}`);
      return [];
    }
  });
  const { added } = bookStatements(services, claims, {
    kind: 'postback',
    source: BY_POSTBACK,
  });
  return { booked: added.length, problems: [...new Set(problems)] };
}

/** The currency of the product behind a sub-id, else the home currency. */
function currencies({ sheets }: Pick<Services, 'sheets'>): (subId: string) => string {
  const byCode = new Map(
    sheets
      .readColumns(links, ['code', 'productId'])
      .rows.map(({ code, productId }) => [code, productId]),
  );
  const byProduct = new Map(
    sheets.readColumns(products, ['id', 'currency']).rows.map(({ id, currency }) => [id, currency]),
  );
  const home = sheets.settings().settings.homeCurrency;
  return (subId) => byProduct.get(byCode.get(readSubId(subId)?.code ?? '') ?? '') || home;
}

/** What was posted, as far as it is text; it may be anything. */
function textsOf(fields: unknown): Record<string, string> {
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
