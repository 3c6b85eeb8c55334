import * as v from 'valibot';
import { parseAddress } from '../address';
import { type HttpAnswer, type HttpRequest } from '../http';
import { tryJson } from '../json';
import { cut } from '../problem';

/** What Bitly made of an address. */
export type Shortened =
  | { kind: 'short'; link: string }
  /** Not now; the long address goes, and the next letter may ask again. */
  | { kind: 'later'; why: string }
  /** The month's share is used up. */
  | { kind: 'next month'; why: string }
  /** Nothing will be shortened until a person has put something right. */
  | { kind: 'closed'; why: string };

const SHORTEN = 'https://api-ssl.bitly.com/v4/shorten';
const MONTHLY = ['API_USAGE_LIMIT_EXCEEDED', 'MONTHLY_BSD_ENCODE_LIMIT_REACHED'];

const Link = v.object({ link: v.string(), long_url: v.string() });
const Refusal = v.object({ message: v.string(), description: v.optional(v.string(), '') });

/** Bitly's v4 API (platform documents of August 2026): the same address always gives the same link. */
export function shortenRequest(token: string, address: string): HttpRequest {
  return {
    url: SHORTEN,
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    contentType: 'application/json',
    body: JSON.stringify({ long_url: address }),
    timeoutSeconds: 20,
  };
}

/** Reads Bitly's answer; a link is believed only where it is https and of the address that was asked. */
export function readShortened(answer: HttpAnswer, asked: string): Shortened {
  if (!answer.ok) return { kind: 'later', why: `Bitly did not answer (${cut(answer.error)})` };
  const body = tryJson(answer.body);
  if (answer.status === 200 || answer.status === 201) {
    const made = v.safeParse(Link, body);
    const isOurs =
      made.success &&
      parseAddress(made.output.link)?.protocol === 'https:' &&
      parseAddress(made.output.long_url)?.href === parseAddress(asked)?.href;
    return isOurs
      ? { kind: 'short', link: made.output.link }
      : { kind: 'later', why: 'Bitly answered with something that is no link of ours' };
  }
  const refused = v.safeParse(Refusal, body);
  const message = refused.success ? refused.output.message : `status ${answer.status}`;
  const why = `Bitly says ${cut(message, 80)}`;
  if (MONTHLY.includes(message)) return { kind: 'next month', why };
  if ([401, 402, 403].includes(answer.status)) return { kind: 'closed', why };
  return { kind: 'later', why };
}
