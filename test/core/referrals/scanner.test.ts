import fc from 'fast-check';
import { clicksFrom } from '../../../src/core/referrals/click';
import { judgeTogether, type Mailing, withScanners } from '../../../src/core/referrals/scanner';
import { isScanner, verdict, WHY } from '../../../src/core/referrals/verdict';
import type { Click } from '../../../src/core/workbook';
import { aClick, NOW } from '../../support/rows';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DESKTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const OTHER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1';

const SENT = NOW - DAY;

/** Six clients: three at one company, three at a provider of mail; each letter has links A and B, the last client's only A. */
const PEOPLE = ['ann', 'bo', 'cy', 'di', 'ed', 'flo'];
const LINKS = PEOPLE.flatMap((name) =>
  (name === 'flo' ? ['A'] : ['A', 'B']).map((link) => name + link),
);
const clientOf = (code: string) => code.slice(0, -1);
const mailing: Mailing = {
  clients: PEOPLE.map((name, i) => ({
    id: name,
    email: `${name}@${i < 3 ? 'firm.example' : `home${i}.example`}`,
  })),
  letters: PEOPLE.map((name) => ({ id: `L-${name}`, clientId: name, sent: SENT })),
  links: LINKS.map((code) => ({ code, letterId: `L-${clientOf(code)}` })),
};

let serial = 0;
/** A visit that counts, unless something else is said, so long after sending. */
const visit = (code: string, after: number, given: Partial<Click> = {}): Click =>
  aClick({
    id: `${code}-${serial++}`,
    code,
    clientId: clientOf(code),
    letterId: `L-${clientOf(code)}`,
    at: SENT + after,
    wentOn: SENT + after + 5 * SECOND,
    agent: DESKTOP,
    ...verdict(WHY.tapped),
    ...given,
  });
const marked = (clicks: Click[], now = NOW): string[] =>
  judgeTogether(clicks, mailing, now).map(({ id }) => id.split('-')[0] ?? '');
const whyOf = (clicks: Click[]) => judgeTogether(clicks, mailing, NOW)[0]?.why;

describe('a visit within a minute of sending', () => {
  it('is a scanner’s, unless from a phone', () => {
    const clicks = [visit('annA', 45 * SECOND), visit('boA', 45 * SECOND, { agent: PHONE })];
    expect(marked(clicks)).toEqual(['annA']);
    expect(whyOf(clicks)).toBe('a mail scanner: opened within a minute of sending');
  });

  it('is a scanner’s from a phone too, where no hand is so quick', () => {
    expect(marked([visit('annA', 19 * SECOND, { agent: PHONE })])).toEqual(['annA']);
  });

  it('is a scanner’s from a phone with another hint', () => {
    const clicks = [visit('annA', 45 * SECOND, { agent: PHONE, ...verdict(WHY.unseen) })];
    expect(whyOf(clicks)).toBe(
      'a mail scanner: opened within a minute of sending; pressed on a page that never said it was on a screen',
    );
  });

  it('may seem to come before, for clocks differ, but not by much', () => {
    expect(marked([visit('annA', -5 * SECOND), visit('boA', -11 * SECOND)])).toEqual(['annA']);
  });
});

describe('every link of a letter opened within 20 seconds', () => {
  const both = (after: number, apart: number, given: Partial<Click> = {}) => [
    visit('annA', after, given),
    visit('annB', after + apart, { ...given, wentOn: SENT + after + MINUTE }),
  ];

  it('is a scanner’s soon after sending, even under two names', () => {
    expect(marked(both(5 * MINUTE, 20 * SECOND))).toEqual(['annA', 'annB']);
    const [one = visit('annA', 0), two = visit('annB', 0)] = both(5 * MINUTE, 2 * SECOND);
    expect(marked([one, { ...two, agent: OTHER }])).toEqual(['annA', 'annB']);
  });

  it('is a hint at most later, for people open tabs', () => {
    expect(marked(both(2 * HOUR, 3 * SECOND))).toEqual([]);
    expect(marked(both(2 * HOUR, 3 * SECOND, verdict(WHY.unseen)))).toEqual(['annA', 'annB']);
  });

  it('is a person’s where the second comes later', () => {
    expect(marked(both(5 * MINUTE, 21 * SECOND))).toEqual([]);
  });

  it('does not take a reader’s phone for a part of the scanner', () => {
    const reader = visit('annA', 5 * MINUTE + SECOND, { agent: PHONE });
    expect(marked([...both(5 * MINUTE, 2 * SECOND), reader])).toEqual(['annA', 'annB']);
  });

  it('says nothing of a letter with one link', () => {
    expect(marked([visit('floA', 5 * MINUTE), visit('floA', 5 * MINUTE + SECOND)])).toEqual([]);
  });
});

it('takes every link of a letter pressed within 12 seconds for a scanner’s at any time', () => {
  const pressed = (after: number) => visit('annA', 9 * HOUR, { wentOn: SENT + after });
  const other = visit('annB', 9 * HOUR + 30 * SECOND, { wentOn: SENT + 9 * HOUR + 40 * SECOND });
  expect(marked([pressed(9 * HOUR + 28 * SECOND), other])).toEqual(['annA', 'annB']);
  expect(marked([pressed(9 * HOUR + 27 * SECOND), other])).toEqual([]);
});

describe('three clients of one company within a minute', () => {
  const three = (after: number) => [
    visit('annA', after, { agent: DESKTOP }),
    visit('boA', after + 20 * SECOND, { agent: OTHER }),
    visit('cyA', after + 60 * SECOND, { agent: PHONE }),
  ];

  it('are a scanner’s visits soon after sending', () => {
    expect(marked(three(5 * MINUTE))).toEqual(['annA', 'boA', 'cyA']);
  });

  it('may be a meeting later', () => {
    expect(marked(three(3 * HOUR))).toEqual([]);
  });

  it('are readers where they are few of those written to, as at a large provider of mail', () => {
    const more = Array.from({ length: 10 }, (_, i) => `g${i}`);
    const provider: Mailing = {
      ...mailing,
      clients: [...mailing.clients, ...more.map((id) => ({ id, email: `${id}@firm.example` }))],
      letters: [
        ...mailing.letters,
        ...more.map((id) => ({ id: `L-${id}`, clientId: id, sent: SENT })),
      ],
    };
    expect(judgeTogether(three(5 * MINUTE), provider, NOW)).toEqual([]);
  });
});

it('takes one desktop browser at three clients within a minute, soon after sending, for a scanner', () => {
  const three = (after: number, agent: string) =>
    ['diA', 'edA', 'floA'].map((code, i) => visit(code, after + i * SECOND, { agent }));
  expect(marked(three(5 * MINUTE, DESKTOP))).toEqual(['diA', 'edA', 'floA']);
  expect(marked(three(5 * MINUTE, PHONE))).toEqual([]);
  expect(marked(three(5 * HOUR, DESKTOP))).toEqual([]);
});

describe('a browser that scanned another letter to the same company', () => {
  const caught = visit('annA', 10 * SECOND);

  it('is known again soon after sending', () => {
    const clicks = [caught, visit('boA', 10 * MINUTE)];
    expect(marked(clicks)).toEqual(['annA', 'boA']);
    expect(judgeTogether(clicks, mailing, NOW)[1]?.why).toBe(
      'a mail scanner: the browser that scanned another letter to this company',
    );
  });

  it.each([
    ['later', visit('boA', 20 * MINUTE)],
    ['under another name', visit('boA', 10 * MINUTE, { agent: OTHER })],
    ['at another company', visit('diA', 10 * MINUTE)],
    ['at the same letter', visit('annB', 10 * MINUTE)],
  ])('is not known %s', (_, other) => {
    expect(marked([caught, other])).toEqual(['annA']);
  });

  it('is known by marks of long ago, but not by those that rest on others’', () => {
    const long = { at: NOW - 90 * DAY, counted: false };
    const proof = visit('annA', 0, { ...long, why: 'a mail scanner: opened within a minute' });
    const echo = visit('annA', 0, {
      ...long,
      why: 'a mail scanner: the browser that scanned another letter to this company',
    });
    expect(marked([proof, visit('boA', 10 * MINUTE)])).toEqual(['boA']);
    expect(marked([echo, visit('boA', 10 * MINUTE)])).toEqual([]);
  });
});

it('lets people be: slow, on another device, or reading a letter passed on', () => {
  const clicks = [
    visit('annA', 2 * HOUR),
    visit('annB', 2 * HOUR + 50 * SECOND),
    visit('annA', 9 * HOUR, { agent: PHONE }),
    visit('boA', 20 * DAY, { wentOn: SENT + 20 * DAY + HOUR }),
    visit('diA', 70 * SECOND),
  ];
  expect(marked(clicks, SENT + 21 * DAY)).toEqual([]);
});

it('names a page that was fetched ahead twice and never seen, and one that is seen after all', () => {
  const opened = { level: 'opened' as const, wentOn: null, ...verdict(WHY.opened) };
  const clicks = [visit('annA', HOUR, opened), visit('annA', HOUR + SECOND, opened)];
  expect(judgeTogether(clicks, mailing, NOW).map(({ why }) => why)).toEqual([
    WHY.fetchedAhead,
    WHY.fetchedAhead,
  ]);
  expect(marked([visit('annA', HOUR, opened), visit('annA', 3 * HOUR, opened)])).toEqual([]);

  const [link] = mailing.links.map((known) => ({ ...known, clientId: 'ann', productId: 'P' }));
  const fetched = { ...opened, ...verdict(WHY.fetchedAhead), code: 'abcdefgh', visit: 'vvvvv' };
  const before = aClick({ ...fetched, id: 'abcdefgh-vvvvv', at: NOW });
  const seen = { id: 'e', at: NOW + 1, kind: 'seen' as const, code: 'abcdefgh', visit: 'vvvvv' };
  const { changed } = clicksFrom([seen], [before], link ? [{ ...link, code: 'abcdefgh' }] : []);
  expect(changed).toMatchObject([{ level: 'seen', why: WHY.seen }]);
});

it('marks openings that do not count too, with the reason, and leaves declared robots theirs', () => {
  const clicks = [
    visit('annA', SECOND, { level: 'seen', wentOn: null, ...verdict(WHY.seen) }),
    visit('boA', SECOND, verdict(WHY.robot)),
  ];
  expect(marked(clicks)).toEqual(['annA']);
});

it('leaves what a person judged, and takes it for no proof', () => {
  const person = visit('annA', SECOND, { counted: true, why: 'that was me' });
  const turned = visit('cyA', SECOND, { counted: false, why: WHY.tapped });
  expect(marked([person, turned, visit('boA', 10 * MINUTE)])).toEqual([]);
});

it('judges recent visits only, and none whose letter it does not know', () => {
  const old = visit('annA', SECOND);
  expect(marked([old], NOW + 40 * DAY)).toEqual([]);
  expect(marked([visit('annA', SECOND, { letterId: 'L-gone' })])).toEqual([]);
});

describe('in whatever order visits come', () => {
  const agents = fc.constantFrom(DESKTOP, OTHER, PHONE, '');
  const clicks = fc
    .array(
      fc.record({
        code: fc.constantFrom(...LINKS),
        after: fc.oneof(
          fc.integer({ min: -20 * SECOND, max: 3 * MINUTE }),
          fc.integer({ min: 0, max: 2 * HOUR }),
        ),
        pause: fc.option(fc.integer({ min: 700, max: MINUTE })),
        agent: agents,
        why: fc.constantFrom(...Object.values(WHY)),
        turns: fc.integer({ min: 0, max: 19 }),
      }),
      { maxLength: 25 },
    )
    .map((list) =>
      list.map(({ code, after, pause, agent, why, turns }, i): Click => {
        const level = pause !== null ? 'tapped' : why === WHY.seen ? 'seen' : 'opened';
        const { counted } = verdict(why);
        const wentOn = pause === null ? null : SENT + after + pause;
        // One in twenty was turned round by a person.
        const given = { level, wentOn, agent, why, counted: turns === 0 ? !counted : counted };
        return visit(code, after, { id: `${code}-${i}`, ...given } as Partial<Click>);
      }),
    );
  const withMarks = (list: Click[]): Click[] => {
    const marks = new Map(judgeTogether(list, mailing, NOW).map((click) => [click.id, click]));
    return list.map((click) => marks.get(click.id) ?? click);
  };
  const sorted = (list: Click[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));

  it('judging changes Counted and Why alone, and only ever takes a count away', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        withMarks(list).forEach((after, i) => {
          const before = list[i];
          expect({ ...after, counted: 0, why: 0 }).toEqual({ ...before, counted: 0, why: 0 });
          if (after.counted) expect(before?.counted).toBe(true);
        });
      }),
    );
  });

  it('judging again changes nothing', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        expect(judgeTogether(withMarks(list), mailing, NOW)).toEqual([]);
      }),
    );
  });

  it('the same visits are marked', () => {
    fc.assert(
      fc.property(clicks, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list
          .map((click) => ({ click, place: random.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ click }) => click);
        expect(sorted(withMarks(shuffled))).toEqual(sorted(withMarks(list)));
      }),
    );
  });

  it('they are marked alike whether they come in one batch or in two', () => {
    const none = { changed: [], dropped: new Map<string, number>() };
    fc.assert(
      fc.property(clicks, fc.nat(25), (list, at) => {
        const { added: first } = withScanners(
          { added: list.slice(0, at), ...none },
          [],
          mailing,
          NOW,
        );
        const second = withScanners({ added: list.slice(at), ...none }, first, mailing, NOW);
        const later = new Map(second.changed.map((click) => [click.id, click]));
        const stand = [...first.map((click) => later.get(click.id) ?? click), ...second.added];
        const fate = (rows: Click[]) => sorted(rows).map((row) => [row.id, isScanner(row)]);
        expect(fate(stand)).toEqual(fate(withMarks(list)));
      }),
    );
  });
});
