import { assertOpen, checkProduct } from '../../../src/core/referrals/check';
import { aProduct } from '../../support/rows';

const check = (network: string, destination: string): string =>
  checkProduct(aProduct({ network, destination }));

describe('checkProduct', () => {
  it('says in words what will work', () => {
    expect(check('Impact', 'https://rankly.sjv.io/c/1/2/3')).toContain(
      'comes back with our mark in Sub Id 1',
    );
  });

  it('says where the mark goes when the usual place is taken', () => {
    expect(check('Impact', 'https://rankly.sjv.io/c/1/2/3?subId1=blog')).toContain(
      'in Sub Id 2, so client and letter are known. (subId1 keeps your own “blog”.)',
    );
    expect(check('Rakuten', 'https://click.linksynergy.com/fs-bin/click?id=a&u1=blog')).toContain(
      'Your own “blog” there gives way to it.',
    );
  });

  it('says what is known from others only', () => {
    expect(check('Webgains', 'https://track.webgains.com/click.html?wgcampaignid=1')).toContain(
      'We know this from public code',
    );
  });

  it('promises nothing outright for an address that its network may not know', () => {
    expect(check('Impact', 'https://ref.example/?x')).toMatch(
      /^Impact does not usually give out addresses like this one, but like https:\S+\. If it is one/,
    );
    expect(check('Impact', 'https://rankly.sjv.io/c/1/2/3')).not.toContain('does not usually');
    expect(check('Direct', 'https://ref.example/?x')).not.toContain('does not usually');
  });

  it('notices an address of another network', () => {
    expect(check('Awin', 'https://rankly.sjv.io/c/1/2/3')).toContain(
      'looks like an address of Impact',
    );
  });

  it('notices where a visit ended instead of where links begin', () => {
    expect(check('Direct', 'https://shop.example/?x=1')).not.toContain('visit of yours');
    expect(check('Awin', 'https://www.awin1.com/cread.php?awinmid=1&awinaffid=2&awc=9')).toContain(
      'where a visit of yours ended (it carries awc)',
    );
  });

  it('notices a mail address in the link', () => {
    expect(check('Direct', 'https://shop.example/?for=lin%40bakery.example')).toContain(
      'gives away the mail address lin@bakery.example',
    );
  });

  it('offers a form that browsers do not jump past', () => {
    expect(
      check(
        'Awin',
        'https://www.awin1.com/cread.php?awinmid=1&awinaffid=2&ued=https%3A%2F%2Fshop.example',
      ),
    ).toContain('Safe: https://www.awin1.com/cread.php?awinmid=1&awinaffid=2, which');
  });

  it.each([
    [
      'Amazon Associates',
      'https://www.amazon.de/dp/B000000000?tag=jo-21',
      'no affiliate links in mails',
    ],
    ['Digistore24', 'https://www.digistore24.com/redir/1/jo', 'without shorteners or redirects'],
    ['Awin', 'https://www.awin1.com/cread.php?awinmid=1&awinaffid=2', 'nothing personal'],
    ['Rakuten', 'https://click.linksynergy.com/fs-bin/click?id=a', 'nothing personal'],
    ['Impact', 'https://rankly.sjv.io/c/1/2/3', 'shows sharedId to the brand'],
  ])('%s: tells its rule, with the source', (network, destination, rule) => {
    expect(check(network, destination)).toContain(rule);
    expect(check(network, destination)).toMatch(/\([^)]+\)\. /);
  });

  it('says how a programme without sub-ids is matched', () => {
    expect(check('Rewardful', 'https://app.example/?via=jo')).toContain('in the Addresses tab');
    expect(check('Gumroad', 'https://gumroad.com/a/1/ware')).toContain(
      'within 7 days of a tap is matched to it and marked as a guess',
    );
  });

  it.each([
    'http://rankly.example',
    'javascript:alert(1)',
    'rankly',
    'https://x.example/{subid}',
    'https://x.example/a b',
    'https://jo:secret@x.example/',
  ])('refuses to lead anybody to “%s”', (destination) => {
    expect(() => check('Direct', destination)).toThrow(
      'not an address that a client can be led to',
    );
  });
});

it('a product of a closed network is not taken', () => {
  const product = { network: 'ShareASale', destination: 'https://www.shareasale.com/r.cfm?b=1' };
  expect(() => assertOpen(product)).toThrow('ShareASale closed');
  expect(() => assertOpen({ ...product, network: 'Awin' })).not.toThrow();
});
