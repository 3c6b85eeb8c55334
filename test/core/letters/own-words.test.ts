import { MOST_READ } from '../../../src/core/letters/incoming';
import { ownWords } from '../../../src/core/letters/own-words';
import { hear } from '../../../src/core/letters/reply';
import { incoming } from '../../support/incoming';

const mailOf = (text: string, type = 'text/plain') =>
  incoming('From: lin@bakery.example\nSubject: Re: Hello\n\n', { parts: [{ type, text }] });

it('takes the beginning of a text without end', () => {
  expect(ownWords(mailOf('a\n'.repeat(MOST_READ)))).toHaveLength(MOST_READ - 1);
});

it('takes the words of HTML as a person sees them', () => {
  expect(
    ownWords(mailOf('<div>Thanks<div>a lot</div></div><blockquote>us</blockquote>', 'text/html')),
  ).toBe('Thanks\na lot');
});

it('keeps the whole of a paragraph that stands in one line', () => {
  const words = `${'All is well with the new site. '.repeat(40)}Please unsubscribe me.`;
  expect(ownWords(mailOf(words))).toBe(words);
  expect(hear(mailOf(words))).toEqual({ kind: 'stop' });
});

/** Lines on which a pattern that looks for two things in one line takes the square of their length. */
const LONG: Record<string, string> = {
  digits: '1'.repeat(6000),
  'a request that never comes to its verb': 'mich uns '.repeat(5000),
  addresses: `on 1 ${'a@b '.repeat(5000)}:`,
  dashes: '-'.repeat(20_000),
};

it.each(Object.entries(LONG))('reads a line of %s in no time', (_, line) => {
  const start = Date.now();
  expect(hear(mailOf(line)).kind).toBe('reply');
  expect(Date.now() - start).toBeLessThan(1000);
});

it('reads a mail system’s endless line in no time', () => {
  const start = Date.now();
  hear({ ...mailOf(`undeliverable ${'a.'.repeat(50_000)}`), headers: [['Return-Path', '<>']] });
  expect(Date.now() - start).toBeLessThan(1000);
});
