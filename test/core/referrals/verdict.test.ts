import { isByHand, isScanner, scannerWhy, verdict, WHY } from '../../../src/core/referrals/verdict';

const scanner = { counted: false, why: scannerWhy(['opened at night', 'and at noon']) };

it('counts people alone, even where their page never said that it was seen', () => {
  const counting = Object.values(WHY).filter((why) => verdict(why).counted);
  expect(counting).toEqual([WHY.tapped, WHY.unseen]);
});

it('says every sign of a scanner', () => {
  expect(scanner.why).toBe('a mail scanner: opened at night; and at noon');
  expect([isScanner(scanner), isScanner(verdict(WHY.tapped))]).toEqual([true, false]);
});

describe('isByHand', () => {
  it('is false for every judgement of ours, and for a row that nobody judged yet', () => {
    const ours = [...Object.values(WHY).map(verdict), scanner, { counted: false, why: '' }];
    expect(ours.filter(isByHand)).toEqual([]);
  });

  it.each([
    ['turned Counted round', { ...verdict(WHY.tapped), counted: false }],
    ['turned a scanner’s mark round', { ...scanner, counted: true }],
    ['wrote a reason', { counted: false, why: 'that was me' }],
    ['emptied the reason of what counts', { counted: true, why: '' }],
  ])('is true where a person %s', (_, click) => {
    expect(isByHand(click)).toBe(true);
  });
});
