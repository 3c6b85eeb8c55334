import type { LetterFacts } from '../../../src/core/letters/facts';
import { withoutReport, withReport } from '../../../src/core/letters/report';

const findings = [
  { id: 'a', passed: true, says: 'It answers.' },
  { id: 'c', says: 'Colours: 3.' },
  { id: 'b', passed: false, says: 'No title.', why: 'It is read first.', remedy: 'Add one.' },
];
const REPORT = { language: 'en', report: 'brand', findings };

it('writes the report where its place is, failures first with why and what to do', () => {
  const facts = { ...REPORT, counted: '', changes: '' } as unknown as LetterFacts;
  expect(withReport('Hi\n\n[[report]]\n\nBye [[report]]', facts)).toBe(
    'Hi\n\nHow your brand shows\n✗ No title. It is read first. Add one.\n✓ It answers.\n◦ Colours: 3.\n\nBye [[report]]',
  );
});

it('ends with how many checks passed, and what changed', () => {
  const facts = {
    ...REPORT,
    counted: '20 of 26 checks passed.',
    changes: 'Since quarter 3: put right 1.',
  } as unknown as LetterFacts;
  expect(withReport('[[report]]', facts).split('\n').slice(-3)).toEqual([
    '◦ Colours: 3.',
    '20 of 26 checks passed.',
    'Since quarter 3: put right 1.',
  ]);
});

it('keeps its title apart from words that stand close above, and both can be taken out again', () => {
  const facts = { ...REPORT, counted: '', changes: '' } as unknown as LetterFacts;
  const body = withReport('Hi\n[[report]]\n\nBye', facts);
  expect(body).toContain('Hi\n\nHow your brand shows\n✗ No title.');
  expect(withoutReport(body)).toBe('Hi\n\n\nBye');
});
