import fc from 'fast-check';
import { MOST } from '../../../src/core/letters/line-message';
import type { LetterContent } from '../../../src/core/letters/blocks';
import { renderLine } from '../../../src/core/letters/line';
import { ungroundedNumbers } from '../../../src/core/letters/numbers';
import { asksToStop } from '../../../src/core/letters/stop-request';
import { WORDS, wordsIn } from '../../../src/core/words';
import { LANGUAGES } from '../../../src/core/words/language';

const RANKLY = { name: 'Rankly', address: 'https://gate.example/exec?l=abcdefgh' };
const HOSTY = { name: 'Hosty', address: 'https://gate.example/exec?l=hgfedcba' };
const content: LetterContent = {
  language: 'en',
  subject: 'Your site',
  body: [
    'Hello Ms Lin,',
    'I looked at your site again. It took 2.5 s to show.',
    'What I measured\n✓ It answers. Fine.\n✗ No title. It matters. Add one.\n✗ 3 pictures say nothing. Add words.\n✗ No icon. Add one.\n4 of 19 checks passed.',
    'This may fit:',
    'Rankly watches 12 search positions.',
    '[[product A]]',
    'Hosty keeps a copy.',
    '[[product B]]',
    'Just answer me.',
    'Mira Chen',
  ].join('\n\n'),
  offers: [RANKLY, HOSTY],
  sender: 'Mira Chen',
  postalAddress: '1 Any Street, Taipei',
  consentBasis: 'contract 2025',
  unsubscribe: 'https://gate.example/exec?u=C-lin.x',
};

it('says it in short, with the three findings that weigh most', () => {
  const [text] = renderLine(content);
  expect(text).toEqual({
    type: 'text',
    text: [
      'Hello Ms Lin,',
      'I looked at your site again. It took 2.5 s to show.',
      'What I measured\n✗ No title.\n✗ 3 pictures say nothing.\n✗ No icon.',
      '4 of 19 checks passed.',
      'Just answer me.',
      'Mira Chen',
      'To stop these letters, just answer “stop”.\nUnsubscribe: https://gate.example/exec?u=C-lin.x\nMira Chen · 1 Any Street, Taipei',
    ].join('\n\n'),
  });
});

it('stands the disclosure first, then each product with its reason and its own link', () => {
  const [, flex] = renderLine(content);
  if (flex?.type !== 'flex') throw new Error('no recommendations');
  const said = flex.contents.body.contents.map((part) =>
    part.type === 'text' ? part.text : part.type === 'button' ? part.action.uri : '—',
  );
  expect(said).toEqual([
    WORDS.en.letter.disclosure,
    '—',
    'Rankly',
    'Rankly watches 12 search positions.',
    RANKLY.address,
    '—',
    'Hosty',
    'Hosty keeps a copy.',
    HOSTY.address,
  ]);
  expect(flex.altText).toBe('A recommendation from Mira Chen');
});

it('is one message where nothing is recommended', () => {
  const body = 'Hello Ms Lin,\n\nthank you.\n\nMira Chen';
  expect(renderLine({ ...content, body, offers: [] }).map(({ type }) => type)).toEqual(['text']);
});

it('refuses a link that LINE would not take', () => {
  const address = `https://rankly.example/?${'a'.repeat(MOST.address)}`;
  expect(() => renderLine({ ...content, offers: [{ name: 'Rankly', address }, HOSTY] })).toThrow(
    /The link for Rankly is not one that LINE takes/,
  );
});

it.each(LANGUAGES)(
  'in %s, the word that stops the letters is one that is understood',
  (language) => {
    const { line } = wordsIn(language);
    expect(asksToStop(line.stopWord)).toBe('yes');
    expect(Array.from(line.go).length).toBeLessThanOrEqual(MOST.label);
  },
);

it('says no number that the letter does not, and keeps to LINE’s limits', () => {
  const piece = fc.constantFrom(
    'Hello Ms Lin,',
    'It took 1,250.75 ms and 38 % were lost. '.repeat(9),
    '這個網站用了 3.25 秒。'.repeat(60),
    `${'9'.repeat(700)} is long`,
    'no end '.repeat(200),
    'What I measured\n✗ 17 pictures say nothing. Add words.\n✓ It answers.\n◦ 5 colours: #123456.',
    '[[product A]]',
    '[[product B]]',
    'Mira Chen',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom(...LANGUAGES),
      (pieces, language) => {
        const body = pieces.join('\n\n');
        const messages = renderLine({ ...content, language, body });
        expect(messages.length).toBeLessThanOrEqual(MOST.messages);
        const [text, flex] = messages;
        if (text?.type !== 'text') throw new Error('no text');
        expect(text.text.length).toBeLessThanOrEqual(MOST.text);
        const own = [text.text];
        for (const part of flex?.type === 'flex' ? flex.contents.body.contents : []) {
          if (part.type === 'text') own.push(part.text);
          if (part.type === 'text') expect(part.text).not.toBe('');
        }
        const facts = { ...content, body, words: wordsIn(language).letter };
        expect(ungroundedNumbers(own.join(' '), facts)).toEqual([]);
      },
    ),
  );
});
