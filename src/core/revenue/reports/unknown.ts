import { NETWORKS } from '../../referrals/networks';
import { contentsOf } from './contents';
import { headerPrint, reportOf } from './mapping';
import { type Proposal, proposeMapping, type Settled } from './proposal';
import type { Report } from './report';
import { guessSheet, type Sheet } from './sheet';

/** A report that nobody knows, with a way to read it. */
export interface UnknownReport {
  sheet: Sheet;
  /** Stands for its columns. */
  print: string;
  proposal: Proposal;
  /** Undefined while the money or the day has no column. */
  report: Report | undefined;
}

/** Reads an unknown file's columns; throws a `Problem` for one that is empty, no text or broken. */
export function unknownReport(name: string, csv: string, settled: Settled = {}): UnknownReport {
  const sheet = guessSheet(csv);
  const print = headerPrint(sheet.header);
  const proposal = proposeMapping(contentsOf(sheet), hintsIn(name), settled);
  const { at, commission } = proposal.mapping.columns;
  const isReadable = at !== '' && commission !== '';
  return {
    sheet,
    print,
    proposal,
    report: isReadable ? reportOf(proposal.mapping, print) : undefined,
  };
}

/** What a file's name says: a network’s name, and whether it tells of payouts. */
function hintsIn(name: string): { network: string; isPaid: boolean } {
  const words = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  const network = NETWORKS.find(
    ({ title }) => title.length > 2 && ` ${words} `.includes(` ${title.toLowerCase()} `),
  );
  const isPaid = /\b(?:paid|payouts?|paystubs?|auszahlung(?:en)?)\b/.test(words);
  return { network: network?.title ?? '', isPaid };
}
