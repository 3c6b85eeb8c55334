import { sha256 } from 'js-sha256';
import { base64 } from '../base64';
import type { Instant } from '../calendar';

/** Signatures as Standard Webhooks wants them (standardwebhooks.com, spec of 2026-08-17). */

/** An endpoint's secret in hex; the one before signs too until `until`, for a receiver to change over. */
export interface Secret {
  now: string;
  before?: string;
  until?: Instant;
}

/** A secret as receivers are given it. */
export function shownSecret(hex: string): string {
  return `whsec_${base64(String.fromCharCode(...bytesOf(hex)))}`;
}

/** The headers of one delivery, signed with every secret that holds at that moment. */
export function signedHeaders(
  id: string,
  { now: current, before, until = 0 }: Secret,
  body: string,
  now: Instant,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signing = before !== undefined && now < until ? [current, before] : [current];
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signing
      .map((secret) => `v1,${sign(secret, `${id}.${timestamp}.${body}`)}`)
      .join(' '),
  };
}

function sign(secret: string, content: string): string {
  return base64(String.fromCharCode(...sha256.hmac.array(bytesOf(secret), content)));
}

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}
