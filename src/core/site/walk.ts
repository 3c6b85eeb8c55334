import { parseAddress } from '../address';
import type { HttpAnswer } from '../http';
import { asking, type Quest } from '../quest';

/** Where an address led. */
export interface Walk {
  /** The last address that was asked. */
  address: string;
  /** The addresses that sent us on, in order. */
  through: string[];
  /** What the last one answered; undefined where it sent us on once too often, or out of the web. */
  answer: HttpAnswer | undefined;
  /** There were more redirects than browsers put up with, or they went in circles. */
  isEndless: boolean;
}

const MOST_HOPS = 5;

/** Asks an address and goes where it sends us; each step is seen, not only the last. */
export function walk(address: string, timeoutSeconds: number, through: string[] = []): Quest<Walk> {
  return asking({ url: address, method: 'GET', timeoutSeconds }, (answer) => {
    const location = answer.ok ? answer.headers.location : undefined;
    const isSentOn = answer.ok && answer.status >= 300 && answer.status < 400;
    if (!isSentOn || location === undefined) {
      return { done: { address, through, answer, isEndless: false } };
    }
    const target = parseAddress(location, address);
    const isEndless = through.length >= MOST_HOPS;
    if (target === undefined || isEndless) {
      return { done: { address, through, answer: undefined, isEndless } };
    }
    return walk(target.href, timeoutSeconds, [...through, address]);
  });
}
