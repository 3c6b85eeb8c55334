import type { LetterFacts } from '../../../src/core/letters/facts';
import { withReport } from '../../../src/core/letters/report';

const findings = [
  { id: 'a', passed: true, says: 'It answers.' },
  { id: 'b', passed: false, says: 'No title.', why: 'It is read first.', remedy: 'Add one.' },
];

it('writes the report where its place is, failures first with why and what to do', () => {
  const facts = { findings, counted: '', changes: '' } as unknown as LetterFacts;
  expect(withReport('Hi\n\n[[report]]\n\nBye [[report]]', facts)).toBe(
    'Hi\n\n✗ No title. It is read first. Add one.\n✓ It answers.\n\nBye [[report]]',
  );
});

it('ends with how many checks passed, and what changed', () => {
  const facts = {
    findings,
    counted: '20 of 26 checks passed.',
    changes: 'Since quarter 3: put right 1.',
  } as unknown as LetterFacts;
  expect(withReport('[[report]]', facts).split('\n').slice(-3)).toEqual([
    '✓ It answers.',
    '20 of 26 checks passed.',
    'Since quarter 3: put right 1.',
  ]);
});
