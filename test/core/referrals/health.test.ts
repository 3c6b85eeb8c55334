import type { HttpAnswer } from '../../../src/core/http';
import {
  beginPage,
  canBeSeen,
  continuePage,
  pageCheck,
  pageProblems,
  pagesDue,
} from '../../../src/core/referrals/health';
import { aProduct, TODAY } from '../../support/rows';

const answer = (status: number, location = '', body = ''): HttpAnswer => ({
  ok: true,
  status,
  headers: location === '' ? {} : { location },
  body,
});

/** Follows a page through answers by address. */
function walk(answers: Record<string, HttpAnswer>, product = aProduct()) {
  const asked: string[] = [];
  let step = beginPage(product);
  while ('ask' in step) {
    asked.push(step.ask.url);
    step = continuePage(
      step.ask,
      step.been,
      answers[step.ask.url] ?? { ok: false, error: 'DNS error' },
    );
  }
  return { asked, said: pageCheck(TODAY, step.done), state: step.done.state };
}

describe('a product’s page', () => {
  const page = 'https://rankly.example/';

  it.each<[string, string, Record<string, HttpAnswer>]>([
    ['fine', 'answers', { [page]: answer(200) }],
    [
      'fine',
      'answers',
      {
        [page]: answer(301, 'https://www.rankly.example/'),
        'https://www.rankly.example/': answer(200),
      },
    ],
    ['gone', 'is gone (404)', { [page]: answer(404) }],
    ['silent', 'did not answer (503)', { [page]: answer(503) }],
    ['silent', 'did not answer (DNS error)', {}],
    [
      'moved',
      'has moved (https://other.example/x)',
      { [page]: answer(301, 'https://other.example/x'), 'https://other.example/x': answer(200) },
    ],
    ['loops', 'leads in circles', { [page]: answer(302, '/a'), [`${page}a`]: answer(302, '/') }],
    [
      'not seen',
      'could not be looked at',
      { [page]: answer(503, '', '<title>Just a moment...</title>') },
    ],
    ['not seen', 'could not be looked at (403)', { [page]: answer(403) }],
    ['gone', 'redirects to nowhere', { [page]: answer(302, 'javascript:alert(1)') }],
  ])('%s: “%s”', (state, words, answers) => {
    const found = walk(answers);
    expect(found.state).toBe(state);
    expect(found.said).toMatch(/^2026-11-21: /);
    expect(found.said).toContain(words);
  });

  it('is followed to a bounded depth', () => {
    const deep = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `${page}${i === 0 ? '' : i}`,
        answer(302, `/${i + 1}`),
      ]),
    );
    const { asked, state } = walk(deep);
    expect(state).toBe('loops');
    expect(asked.length).toBeLessThan(9);
  });

  it('is never the affiliate address, which would be a tap that nobody made', () => {
    const destination = 'https://rankly.sjv.io/c/11/22/33';
    expect(walk({}, aProduct({ page: destination, destination })).asked).toEqual([]);
    expect(walk({}, aProduct({ page: 'https://x.pxf.io/c/1/2/3' })).asked).toEqual([]);
  });
});

describe('pagesDue', () => {
  const seen = (day: string, words = 'answers') =>
    aProduct({ id: day + words, pageCheck: `${day}: ${words}` });

  it('is each active page once a week, longest unseen first', () => {
    const due = pagesDue(
      [
        seen('2026-11-15'),
        seen('2026-11-14'),
        seen('2026-11-01'),
        aProduct({ id: 'new' }),
        aProduct({ active: false }),
        aProduct({ page: '' }),
      ],
      TODAY,
    );
    expect(due.map(({ id }) => id)).toEqual(['new', '2026-11-01answers', '2026-11-14answers']);
  });

  it('looks daily where there was trouble', () => {
    expect(pagesDue([seen('2026-11-20', 'is gone (404)')], TODAY)).toHaveLength(1);
    expect(pagesDue([seen(TODAY, 'is gone (404)')], TODAY)).toEqual([]);
  });
});

describe('trouble', () => {
  it('is told with the product, the day and what to do', () => {
    const gone = aProduct({ pageCheck: '2026-11-20: is gone (404)' });
    expect(pageProblems([gone])).toMatchObject([
      {
        sentence: 'The page of Rankly is gone (404), as of 2026-11-20.',
        remedy: expect.stringContaining('not recommended until then') as string,
      },
    ]);
    expect(pageProblems([{ ...gone, active: false }])).toEqual([]);
  });

  it('keeps a product out of letters while its page is gone, but not while it is only slow', () => {
    expect(canBeSeen({ pageCheck: '2026-11-20: is gone (404)' })).toBe(false);
    expect(canBeSeen({ pageCheck: '2026-11-20: did not answer (503)' })).toBe(true);
    expect(canBeSeen({ pageCheck: '' })).toBe(true);
  });
});
