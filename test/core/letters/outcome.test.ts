import { outcomes, untapped } from '../../../src/core/letters/outcome';
import { aClick, aCommission, aLetter, NOW, TODAY, ZONE } from '../../support/rows';

const sent = aLetter({ status: 'sent', sent: NOW });
const outcome = (
  letter = sent,
  clicks = [] as ReturnType<typeof aClick>[],
  commissions = [] as ReturnType<typeof aCommission>[],
  today = TODAY,
) => outcomes([letter], clicks, commissions, today, ZONE)[0]?.outcome;

it('is tapped once a person went on, and not for a robot', () => {
  expect(outcome(sent, [aClick()])).toBe('tapped');
  expect(outcome(sent, [aClick({ counted: false })])).toBeUndefined();
});

it('is bought once a commission came, also after a tap', () => {
  const sale = aCommission({ letterId: 'L-one' });
  expect(outcome({ ...sent, outcome: 'tapped' }, [aClick()], [sale])).toBe('bought');
  expect(outcome(sent, [], [{ ...sale, status: 'reversed' }])).toBeUndefined();
});

it('is quiet after thirty days', () => {
  expect(outcome(sent, [], [], '2026-12-20')).toBeUndefined();
  expect(outcome(sent, [], [], '2026-12-21')).toBe('quiet');
});

it('never falls back', () => {
  expect(outcome({ ...sent, outcome: 'bought' }, [aClick()])).toBeUndefined();
  expect(outcome({ ...sent, outcome: 'unsubscribed' }, [aClick()])).toBeUndefined();
  expect(outcome({ ...sent, outcome: 'quiet' }, [aClick()])).toBe('tapped');
});

it('belongs to letters that left', () => {
  expect(outcome(aLetter({ status: 'skipped' }), [aClick()])).toBeUndefined();
});

it('is no longer tapped where the only tap turns out to be no person’s', () => {
  const tap = aClick();
  const taken = { ...tap, counted: false };
  expect(untapped([tap], [taken])).toEqual(['L-one']);
  expect(untapped([tap, aClick({ id: 'another' })], [taken])).toEqual([]);
  expect(untapped([tap], [taken, aClick({ id: 'new' })])).toEqual([]);
  expect(untapped([taken], [taken])).toEqual([]);
});
