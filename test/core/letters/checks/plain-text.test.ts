import { NOTHING_AROUND } from '../../../../src/core/letters/checks/check';
import { plainText } from '../../../../src/core/letters/checks/plain-text';
import { gatherFacts } from '../../../../src/core/letters/facts';
import { aClient, anOccasion, TODAY } from '../../../support/rows';

/** Its first letter is a Greek one. */
const NAME = '\u0391lpha Studio';
const facts = (sender: string) =>
  gatherFacts(aClient(), { seen: false, why: 'no site' }, [], {
    sender,
    today: TODAY,
    language: 'en',
    occasion: anOccasion(),
    report: 'check-in',
  });
const failures = (body: string, sender: string) =>
  plainText.failures({ subject: 'Hello', body }, facts(sender), NOTHING_AROUND);

it('lets the sender write their own name as they like', () => {
  expect(failures(`Greetings, ${NAME}`, NAME)).toEqual([]);
});

it('finds letters of two alphabets in any other word', () => {
  expect(failures(`See ${NAME}`, 'Mira Chen')).toEqual([expect.stringContaining('two alphabets')]);
});
