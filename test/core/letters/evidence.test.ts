import { CHECKS } from '../../../src/core/letters/checks';
import { isSound, readEvidence, withChecks } from '../../../src/core/letters/evidence';
import { aLetter } from '../../support/rows';

const measured = [
  'Measured on https://lin.example/ on 2026-11-21:',
  '✓ document-title: Lin Bakery',
  '✗ meta-description: no description',
  '✗ h1: 2 h1',
  '– canonical: none given',
  'Product A, Rankly: fits “seo”; 3 sold in 40 recommendations so far.',
  'Product B, Mail: the sequel: fits anyone.',
].join('\n');
const all = CHECKS.map(({ title }) => title);

describe('readEvidence', () => {
  it('counts findings and names the reasons for each product', () => {
    expect(readEvidence(withChecks(measured, ['numbers', 'length'], false))).toEqual({
      failed: 2,
      passed: 1,
      why: ['fits “seo”; 3 sold in 40 recommendations so far.', 'the sequel: fits anyone.'],
      checks: ['numbers', 'length'],
      isEdited: false,
    });
  });

  it('finds nothing in an empty cell', () => {
    expect(readEvidence('')).toEqual({
      failed: 0,
      passed: 0,
      why: [],
      checks: [],
      isEdited: false,
    });
  });
});

describe('withChecks', () => {
  it('keeps what was measured and tells the last checks only', () => {
    const twice = withChecks(withChecks(measured, all, false), ['length'], true);
    expect(twice).toBe(`${measured}\nChecks passed after your edit: length.`);
  });
});

describe('isSound', () => {
  const letter = aLetter({ status: 'drafted', checks: withChecks(measured, all, false) });

  it('holds for a draft that passed every check', () => {
    expect(isSound(letter)).toBe(true);
  });

  it('does not hold for one that carries a note, misses a check, or is no draft', () => {
    expect(isSound({ ...letter, problem: 'Written without AI.' })).toBe(false);
    expect(isSound({ ...letter, checks: withChecks(measured, all.slice(1), false) })).toBe(false);
    expect(isSound({ ...letter, checks: measured })).toBe(false);
    expect(isSound({ ...letter, status: 'held' })).toBe(false);
  });

  it('holds for a person’s words only where each number in them is known', () => {
    const edited = (titles: string[]) => ({
      ...letter,
      checks: withChecks(measured, titles, true),
    });
    expect(isSound(edited(['places of links', 'numbers']))).toBe(true);
    expect(isSound(edited(['places of links']))).toBe(false);
  });
});
