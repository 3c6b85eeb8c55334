import { hostOf, parameter, parseAddress, withParameter } from '../../src/core/address';

describe('parseAddress', () => {
  it('reads an address as a browser does', () => {
    expect(parseAddress('HTTPS://Bakery.Example/a b?q=1#x')).toMatchObject({
      href: 'https://bakery.example/a%20b?q=1#x',
      host: 'bakery.example',
      pathname: '/a%20b',
    });
  });

  it('resolves against a base', () => {
    expect(parseAddress('../b', 'https://bakery.example/a/c')?.href).toBe(
      'https://bakery.example/b',
    );
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', '/only/a/path', ''])(
    'has none for “%s”',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );
});

describe('withParameter', () => {
  it('keeps what is there, in place and spelling', () => {
    expect(
      withParameter('https://a.example/c/1?u=https%3A%2F%2Fb.example&x=a+b', 'subId1', 'k'),
    ).toBe('https://a.example/c/1?u=https%3A%2F%2Fb.example&x=a+b&subId1=k');
  });

  it('replaces its own, and stands before the fragment', () => {
    expect(withParameter('https://a.example/?sid=old&y=1#top', 'sid', 'new')).toBe(
      'https://a.example/?y=1&sid=new#top',
    );
  });

  it('leaves a placeholder as it is', () => {
    const address = withParameter('https://a.example/', 'sid', '{subid}');
    expect(address).toBe('https://a.example/?sid={subid}');
    expect(parameter(address, 'sid')).toBe('{subid}');
  });
});

it.each([
  ['bakery.example', 'bakery.example'],
  ['https://www.Bakery.example/shop?x=1', 'bakery.example'],
  ['', ''],
  ['no site yet', ''],
  ['javascript:alert(1)', ''],
])('takes the host of “%s”', (website, host) => {
  expect(hostOf(website)).toBe(host);
});
