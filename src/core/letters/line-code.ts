import { DAY_MS, type Instant } from '../calendar';
import { ALPHABET, fingerprint, mac } from '../identity';
import type { Letter, LineLink } from '../workbook';

/** Days after which a letter's code connects nobody any more. */
export const CODE_DAYS = 60;
/** So long whoever sends one is told that it is too old; after that it is a word like any other. */
const TOLD_DAYS = 180;
const LENGTH = 8;

/** The code in a letter by which its client, and nobody else, connects on LINE. */
export function lineCode(letterId: string, key: string): string {
  return mac(key, LENGTH, 'line code', letterId);
}

/** What is kept of a code that was used. */
export function codeMark(code: string): string {
  return fingerprint(code).slice(0, 16);
}

/** The words of a message that may be a code; full-width letters and capitals are taken for plain ones. */
export function codesIn(text: string): string[] {
  if (text.length > MOST_TEXT) return [];
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => word.length === LENGTH && IS_CODE.test(word));
}

/** A code is sent by itself, or with a greeting. */
const MOST_TEXT = 300;
const IS_CODE = new RegExp(`^[${ALPHABET}]+$`);

/** What a code is good for. */
export type CodeState =
  { kind: 'good'; clientId: string; mark: string } | { kind: 'used' | 'expired' | 'unknown' };

/** Tells what codes are good for: each letter's works once, within its time. */
export function codeReader(
  letters: readonly Pick<Letter, 'id' | 'clientId' | 'sent'>[],
  used: readonly Pick<LineLink, 'mark'>[],
  key: string,
): (code: string, at: Instant) => CodeState {
  const marks = new Set(used.map(({ mark }) => mark));
  let byCode: Map<string, { clientId: string; sent: Instant }> | undefined;
  return (code, at) => {
    byCode ??= new Map(
      letters.flatMap(({ id, clientId, sent }) =>
        sent === null || at > sent + TOLD_DAYS * DAY_MS
          ? []
          : [[lineCode(id, key), { clientId, sent }]],
      ),
    );
    const letter = byCode.get(code);
    if (letter === undefined) return { kind: 'unknown' };
    const mark = codeMark(code);
    if (marks.has(mark)) return { kind: 'used' };
    if (at > letter.sent + CODE_DAYS * DAY_MS) return { kind: 'expired' };
    marks.add(mark);
    return { kind: 'good', clientId: letter.clientId, mark };
  };
}
