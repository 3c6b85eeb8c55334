import { whyRefused } from '../../../src/core/hooks/refusal';
import { Problem } from '../../../src/core/problem';

it('is a sentence for any error, with nothing of what a message held', () => {
  expect(whyRefused(new RangeError('too deep: lin@bakery.example'))).toBe(
    'It met a fault of ours (RangeError), so it was passed over. Report it.',
  );
  expect(whyRefused('lin')).toContain('a fault of ours (string)');
});

it('leaves of mail addresses the domain', () => {
  const sentence = 'lin@bakery.example is none, “wu@law.example” neither.';
  expect(whyRefused(new Problem({ code: 'x', sentence, remedy: '' }))).toBe(
    'An address at bakery.example is none, “an address at law.example” neither.',
  );
});
