import fc from 'fast-check';
import { parameter } from '../../../src/core/address';
import { withUtm } from '../../../src/core/referrals/utm';
import { settingCell } from '../../../src/core/settings';

const places = {
  occasion: 'quarterly-report',
  channel: 'email' as const,
  product: 'Rankly Pro 2!',
  category: 'Suche & Mehr',
};
const TEMPLATE = 'utm_source=Jo&utm_medium={channel}&utm_campaign={occasion}&utm_content={product}';

describe('withUtm', () => {
  it('writes on the shop’s own address, in lower case', () => {
    expect(withUtm('https://shop.example/a?x=1#top', TEMPLATE, places, true)).toBe(
      'https://shop.example/a?x=1&utm_source=jo&utm_medium=email&utm_campaign=quarterly-report&utm_content=rankly-pro-2#top',
    );
  });

  it('writes inside a network’s link where that carries the shop’s address, and keeps its order', () => {
    const link =
      'https://www.awin1.com/cread.php?ued=https%3A%2F%2Fshop.example%2F%3Fx%3D1&awinmid=1';
    const marked = withUtm(link, 'utm_source=jo', places, false);
    expect(parameter(marked, 'ued')).toBe('https://shop.example/?x=1&utm_source=jo');
    expect(marked.endsWith('&awinmid=1')).toBe(true);
  });

  it('leaves a network’s link alone that carries no address, and what is there already', () => {
    const link = 'https://brand.sjv.io/c/1/2/3';
    expect(withUtm(link, TEMPLATE, places, false)).toBe(link);
    const own = 'https://shop.example/?utm_source=mine';
    expect(withUtm(own, 'utm_source=jo', places, true)).toBe(own);
    expect(withUtm(own, '', places, true)).toBe(own);
  });

  it('is safe for whatever a product is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (product) => {
        const marked = withUtm(
          'https://shop.example/',
          'utm_content={product}',
          { ...places, product },
          true,
        );
        const url = new URL(marked);
        expect([...url.searchParams.keys()]).toEqual(['utm_content']);
        expect(url.hash).toBe('');
      }),
    );
  });
});

describe('the UTM setting', () => {
  it.each(['', TEMPLATE, '?utm_source=jo'])('takes “%s”', (said) => {
    expect(settingCell('utm', said)).toBe(said.replace('?', ''));
  });

  it.each([
    'utm_source={client}',
    'utm_content={email}',
    'next=https://x.example',
    'utm_source=a b',
    'utm_source',
  ])('refuses “%s”', (said) => {
    expect(() => settingCell('utm', said)).toThrow('cannot stand in the UTM template');
  });
});
