import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What SpamAssassin thinks of a mail. */
export interface Verdict {
  score: number;
  rules: string[];
}

/** A letter may score as much, with no rule but these. */
export const BAR = 0.5;
export const FREE_RULES: readonly string[] = ['HTML_MESSAGE', 'NO_RECEIVED', 'NO_RELAYS'];

/** Whether SpamAssassin is on this machine. */
export function hasSpamAssassin(): boolean {
  return spawnSync('spamassassin', ['--version']).status === 0;
}

/** The rules of a verdict that a letter should not meet. */
export function strange({ rules }: Verdict): string[] {
  return rules.filter((rule) => !FREE_RULES.includes(rule));
}

const SETTINGS = [
  'use_bayes 0',
  'bayes_auto_learn 0',
  'report_safe 0',
  'fold_headers 0',
  // With figures beside the names.
  'add_header all Verdict _SCORE_ _TESTS(,)_',
];

/** Scores mails in one run, without any look at the network: neither rules nor names are asked for. */
export function verdicts(raws: string[]): Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-mail-'));
  try {
    const file = path.join(folder, 'mails.mbox');
    writeFileSync(file, raws.map(asMbox).join(''), 'latin1');
    const settings = SETTINGS.flatMap((line) => ['--cf', line]);
    const said = execFileSync(
      'spamassassin',
      ['--local', '--nocreate-prefs', '--prefspath=/dev/null', ...settings, '--mbox', file],
      {
        encoding: 'latin1',
        maxBuffer: 1 << 28,
        env: { ...process.env, HOME: folder, LC_ALL: 'C' },
      },
    );
    return inOrder(said, raws.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says which mail it is, for a mailbox's mails are not judged in their order. */
const NUMBER = 'X-Bench-Mail';

function asMbox(raw: string, n: number): string {
  const lines = raw.replace(/\r\n/g, '\n').replace(/^From /gm, '>From ');
  return `From bench@perennial.example Sat Nov 21 04:00:00 2026\n${NUMBER}: ${n}\n${lines}\n\n`;
}

function inOrder(said: string, count: number): Verdict[] {
  const judged = new RegExp(
    `^X-Spam-Verdict: (-?[\\d.]+) (.*)$[\\s\\S]*?^${NUMBER}: (\\d+)$`,
    'gm',
  );
  const verdicts = new Map<number, Verdict>();
  for (const [, score = '', rules = '', n = ''] of said.matchAll(judged)) {
    const met = rules.split(',').filter((rule) => rule !== '' && rule !== 'none');
    verdicts.set(Number(n), { score: Number(score) || 0, rules: met });
  }
  return Array.from({ length: count }, (_, n) => {
    const verdict = verdicts.get(n);
    if (verdict === undefined) throw new Error(`SpamAssassin did not judge mail ${n}.`);
    return verdict;
  });
}
