import { dayOf, monthOf } from '../core/calendar';
import { readShortened, shortenRequest } from '../core/connectors/bitly';
import { withoutSecret } from '../core/http';
import { links } from '../core/workbook';
import type { Services } from '../services';
import { STATE, VAULT } from './state';

type ShortenServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

/** Bitly answers no more at once. */
const WAVE = 5;

/** A link that leads straight, to be made short. */
export interface LongLink {
  code: string;
  address: string;
}

/**
 * Makes links short by Bitly, where a token is kept, and notes them in the Links tab, so that none is
 * asked for twice. What cannot be made short goes as it is; `problem` says why.
 */
export function shorten(
  services: ShortenServices,
  wanted: LongLink[],
): { short: Map<string, string>; problem?: string } {
  const { sheets, http, state, vault, clock } = services;
  const short = new Map<string, string>();
  const token = vault.get(VAULT.bitlyToken);
  const month = monthOf(dayOf(clock.now(), 'UTC'));
  if (token === undefined || wanted.length === 0 || state.get(STATE.bitlyRests) === month) {
    return { short };
  }
  let problem: string | undefined;
  for (let at = 0; at < wanted.length && problem === undefined; at += WAVE) {
    const wave = wanted.slice(at, at + WAVE);
    const answers = http.batch(wave.map(({ address }) => shortenRequest(token, address)));
    wave.forEach(({ code, address }, i) => {
      const made = readShortened(
        withoutSecret(answers[i] ?? { ok: false, error: 'no answer' }, token),
        address,
      );
      if (made.kind === 'short') short.set(code, made.link);
      else if (made.kind === 'next month') {
        state.set(STATE.bitlyRests, month);
        problem = `${made.why}: links go out long until next month.`;
      } else if (made.kind === 'closed') {
        problem = `${made.why}: links go out long. Look at the token under Set up.`;
      } else problem = `${made.why}: some links went out long.`;
    });
  }
  sheets.patch(
    links,
    [...short].map(([code, link]) => ({ id: code, set: { short: link } })),
  );
  return { short, ...(problem === undefined ? {} : { problem }) };
}
