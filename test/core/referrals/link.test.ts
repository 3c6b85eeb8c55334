import { addressOf, linkFor } from '../../../src/core/referrals/link';
import { isCode, readSubId, subIdOf } from '../../../src/core/referrals/sub-id';
import type { Link } from '../../../src/core/workbook';
import { aLetter, aLink, NOW } from '../../support/rows';

const route = {
  route: 'abc',
  productId: 'P-rank',
  occasionId: 'quarterly-report',
  clientId: '',
  channel: 'email' as const,
};
const make = (known = new Map<string, Link>(), letter = aLetter()) =>
  linkFor(letter, 'P-rank', route, known, 'key', NOW);

describe('linkFor', () => {
  it('makes the same link each time the letter is written', () => {
    expect(make()).toEqual(make());
    expect(make().code).toMatch(/^abc/);
    expect(isCode(make().code)).toBe(true);
  });

  it('makes another for another letter', () => {
    expect(make(new Map(), aLetter({ id: 'L-two' })).code).not.toBe(make().code);
  });

  it('gives back the link that exists', () => {
    const known = aLink({ ...make(), taps: 3 });
    expect(make(new Map([[known.code, known]]))).toBe(known);
  });

  it('draws again where another letter has the code', () => {
    const taken = aLink({ code: make().code, letterId: 'L-other' });
    expect(make(new Map([[taken.code, taken]])).code).not.toBe(taken.code);
  });
});

describe('sub-ids', () => {
  it('carry code and visit, and are read back though the case was folded', () => {
    const subId = subIdOf('abcdefgh', 'vvvvv');
    expect(subId).toHaveLength(13);
    expect(readSubId(subId.toUpperCase())).toEqual({ code: 'abcdefgh', visit: 'vvvvv' });
  });

  it('of a straight link are the code alone', () => {
    expect(readSubId(subIdOf('abcdefgh'))).toEqual({ code: 'abcdefgh', visit: '' });
  });

  it.each(['', 'newsletter', 'abcdefgi', 'abcdefghvvvv', '=1+1', 'abcdefgh vvvvv'])(
    'of others are not ours: “%s”',
    (said) => {
      expect(readSubId(said)).toBeUndefined();
    },
  );
});

describe('addressOf', () => {
  const marked = 'https://rankly.sjv.io/c/1/2/3?subId1={subid}';

  it('leads through the gate', () => {
    expect(addressOf('abcdefgh', 'gate', 'https://gate.example/exec', marked)).toBe(
      'https://gate.example/exec?l=abcdefgh',
    );
  });

  it('or straight to the network, with the code as its mark', () => {
    expect(addressOf('abcdefgh', 'straight', '', marked)).toBe(
      'https://rankly.sjv.io/c/1/2/3?subId1=abcdefgh',
    );
  });
});
