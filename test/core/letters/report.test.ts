import type { LetterFacts } from '../../../src/core/letters/facts';
import { withReport } from '../../../src/core/letters/report';

it('writes the report where its place is, failures first with what to do', () => {
  const facts = {
    findings: [
      { id: 'a', passed: true, says: 'It answers.' },
      { id: 'b', passed: false, says: 'No title.', remedy: 'Add one.' },
    ],
  } as LetterFacts;
  expect(withReport('Hi\n\n[[report]]\n\nBye [[report]]', facts)).toBe(
    'Hi\n\n✗ No title. Add one.\n✓ It answers.\n\nBye [[report]]',
  );
});
