import { markdown } from '../table';
import { CONTROLS } from './controls';
import { lettersBy, type SentLetter } from './letters';
import { BAR, FREE_RULES, hasSpamAssassin, strange, type Verdict, verdicts } from './spamassassin';

/**
 * What SpamAssassin, as Debian ships it and without a look at the network, thinks of a year's
 * letters: each as it left Gmail on the laptop host, by the sample writer and without any, in every
 * language. A letter may score 0.5 at most, with no rule but that it holds HTML and has not
 * travelled yet. Letters spoiled on purpose show that the judge is awake.
 */

interface Judged extends SentLetter {
  verdict: Verdict;
}

if (!hasSpamAssassin()) throw new Error('SpamAssassin is not on this machine.');
const sent = [...(await lettersBy('plain')), ...(await lettersBy('sample'))];
const found = verdicts(sent.map(({ raw }) => raw));
const judged = sent.flatMap((letter, n): Judged[] => {
  const verdict = found[n];
  return verdict === undefined ? [] : [{ ...letter, verdict }];
});
console.log(
  markdown(
    ['occasion', 'report', 'language', 'writer', 'letters', 'worst score', 'rules'],
    groups(),
  ),
);
console.log(`\nNot counted: ${FREE_RULES.join(', ')}.\n`);
const spoiled = controls();
console.log(
  markdown(
    ['spoiled on purpose', 'score', 'rules'],
    spoiled.map(({ row }) => row),
  ),
);

const bad = judged.filter(({ verdict }) => !passes(verdict));
const missed = spoiled.filter(({ verdict }) => passes(verdict));
console.log(
  `\n${judged.length - bad.length} of ${judged.length} letters pass (at most ${BAR}, no other rule); ` +
    `${spoiled.length - missed.length} of ${spoiled.length} spoiled ones are found out.`,
);
if (judged.length === 0 || bad.length + missed.length > 0) process.exitCode = 1;

function passes(verdict: Verdict): boolean {
  return verdict.score <= BAR && strange(verdict).length === 0;
}

/** One line for each kind of letter: the worst of its scores, and all rules that any of them met. */
function groups(): (string | number)[][] {
  const byKind = new Map<string, Judged[]>();
  for (const letter of judged) {
    const kind = [letter.occasion, letter.report, letter.language, letter.writer].join('\t');
    byKind.set(kind, [...(byKind.get(kind) ?? []), letter]);
  }
  return [...byKind]
    .sort()
    .map(([kind, letters]) => [
      ...kind.split('\t'),
      letters.length,
      Math.max(...letters.map(({ verdict }) => verdict.score)).toFixed(2),
      [...new Set(letters.flatMap(({ verdict }) => strange(verdict)))].join(', ') || 'none',
    ]);
}

function controls(): { row: (string | number)[]; verdict: Verdict }[] {
  const raw = judged.find(({ language }) => language === 'en')?.raw ?? '';
  const names = Object.keys(CONTROLS);
  return verdicts(Object.values(CONTROLS).map((spoil) => spoil(raw))).map((verdict, n) => ({
    row: [names[n] ?? '', verdict.score.toFixed(2), strange(verdict).join(', ')],
    verdict,
  }));
}
