import { HtmlValidate } from 'html-validate';
import { CONTROLS } from '../../../bench/mail/controls';
import { BAR, hasSpamAssassin, strange, verdicts } from '../../../bench/mail/spamassassin';
import { sentLetters, type SentLetter } from '../../support/letters';

/** What every letter that leaves must be, whatever its kind and language. */

let sent: SentLetter[];

beforeAll(async () => {
  sent = await sentLetters();
});

const each = (check: (letter: SentLetter) => unknown): [string, unknown][] =>
  sent.map((letter) => [letter.what, check(letter)]);
const forEach = (value: unknown): [string, unknown][] => sent.map(({ what }) => [what, value]);

it('there are letters of each kind in each language', () => {
  expect(new Set(sent.map(({ what }) => what)).size).toBe(16);
});

it('is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // What mail programs need, and what MJML writes for them.
      'no-inline-style': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-conditional-comment': 'off',
      deprecated: 'off',
      'no-deprecated-attr': 'off',
      'prefer-tbody': 'off',
      'prefer-native-element': 'off',
    },
  });
  const reports = await Promise.all(sent.map(({ html }) => validator.validateString(html)));
  const wrong = reports.flatMap(({ results }, n) =>
    results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line }) => `${sent[n]?.what ?? ''} ${ruleId} ${line}: ${message}`,
      ),
    ),
  );
  expect(wrong).toEqual([]);
});

it('is far from the size at which Gmail cuts mails, and loads nothing', () => {
  expect(each(({ raw }) => raw.length < 102_000)).toEqual(forEach(true));
  expect(each(({ html }) => /<img|<script|<link|@import|url\(/i.test(html))).toEqual(
    forEach(false),
  );
});

it('hides nothing', () => {
  const hiding = /display:\s*none|visibility:\s*hidden|opacity:\s*0|aria-hidden/i;
  expect(each(({ html }) => hiding.test(html))).toEqual(forEach(false));
});

/** The suite installs SpamAssassin where it can. */
const judged = hasSpamAssassin() ? describe : describe.skip;

judged('SpamAssassin', () => {
  it('finds nothing in any letter', () => {
    const found = verdicts(sent.map(({ raw }) => raw));
    const wrong = found.flatMap((verdict, n) =>
      verdict.score > BAR || strange(verdict).length > 0 ? [[sent[n]?.what, verdict]] : [],
    );
    expect(wrong).toEqual([]);
  });

  it('finds a letter out that is spoiled', () => {
    const raw = sent.find(({ what }) => what === 'check-in in en')?.raw ?? '';
    const spoiled = Object.entries(CONTROLS).map(([what, spoil]) => [what, spoil(raw)] as const);
    const found = verdicts(spoiled.map(([, source]) => source));
    const missed = spoiled.flatMap(([what], n) => {
      const verdict = found[n];
      return verdict !== undefined && verdict.score > BAR ? [] : [[what, verdict]];
    });
    expect(missed).toEqual([]);
  });
});
