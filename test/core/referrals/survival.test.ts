import { readFileSync } from 'node:fs';
import { jumpOf } from '../../../src/core/referrals/survival';
import { describeWithShared, sharedFile } from '../../support/shared';

describe('jumpOf', () => {
  it.each([
    ['https://www.awin1.com/cread.php?awinmid=1&ued=https%3A%2F%2Fa.example', 'ued'],
    ['https://brand.sjv.io/c/1/2/3?u=https%3A%2F%2Fa.example', 'u'],
    ['https://click.linksynergy.com/deeplink?id=a&murl=https%3A%2F%2Fa.example', 'murl'],
    ['https://www.dpbolvw.net/click-1-2?url=https%3A%2F%2Fa.example', 'url'],
  ])('%s gives the shop away by %s', (link, gives) => {
    const jump = jumpOf(link);
    expect(jump?.gives).toBe(gives);
    expect(jumpOf(jump?.safe ?? '')).toBeUndefined();
  });

  it.each([
    'https://brand.sjv.io/c/1/2/3?subId1=x',
    'https://www.awin1.com/cread.php?awinmid=1&awinaffid=2',
    'https://shop.example/?url=https%3A%2F%2Fa.example',
    'not an address',
  ])('%s is not jumped past', (link) => {
    expect(jumpOf(link)).toBeUndefined();
  });
});

interface Rule {
  include: string[];
  param: string;
}

describeWithShared('the shared list of forms that are jumped past', () => {
  it('is known to us form by form', () => {
    const { debounce } = JSON.parse(
      readFileSync(sharedFile('networks/link-survival.json'), 'utf8'),
    ) as { debounce: Rule[] };
    const links = debounce.flatMap(({ include, param }) =>
      include.map((pattern) => {
        const link = pattern
          .replace('*://*.', 'https://brand.')
          .replace('*://', 'https://')
          .replace(/[?*]+$/, '1');
        const path =
          link.includes('.php') || link.endsWith('.cfm1') ? link.replace(/1$/, '') : link;
        return `${path.replace(/(\.(?:php|cfm|ashx)|\/link\/|\/click)1$/, '$1')}?${param}=https%3A%2F%2Fa.example`;
      }),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => jumpOf(link) === undefined)).toEqual([]);
  });
});
