import { DAY_MS } from '../../../src/core/calendar';
import {
  concerns,
  type Deed,
  type FollowerDesk,
  readFollowers,
} from '../../../src/core/letters/followers';
import { codeMark, lineCode } from '../../../src/core/letters/line-code';
import { blankRow } from '../../../src/core/schema/table';
import { lineLinks } from '../../../src/core/workbook';
import { NOW } from '../../support/rows';

const KEY = 'link-key';
const CODE = lineCode('L-one', KEY);
const LIN = 'U-lin';
const desk: FollowerDesk = {
  clients: [
    { id: 'C-lin', lineUser: '' },
    { id: 'C-wang', lineUser: 'U-wang' },
  ],
  letters: [
    { id: 'L-one', clientId: 'C-lin', sent: NOW - DAY_MS },
    { id: 'L-old', clientId: 'C-wang', sent: NOW - 9 * DAY_MS },
    { id: 'L-two', clientId: 'C-wang', sent: NOW - DAY_MS },
  ],
  links: [{ ...blankRow(lineLinks), mark: 'wangs', clientId: 'C-wang', user: 'U-wang', heard: 1 }],
  key: KEY,
};
const wrote = (user: string, text: string, at = NOW): Deed => ({ at, user, kind: 'message', text });

it('connects a client by the code of their letter', () => {
  const { users, links, heard } = readFollowers([wrote(LIN, CODE)], desk);
  expect([...users]).toEqual([['C-lin', LIN]]);
  expect(links).toEqual([
    { mark: codeMark(CODE), clientId: 'C-lin', user: LIN, linked: NOW, heard: NOW },
  ]);
  expect([...heard]).toEqual([[codeMark(CODE), NOW]]);
});

it('lets a code connect nobody else afterwards', () => {
  const { users, refused } = readFollowers(
    [wrote(LIN, CODE), wrote('U-thief', CODE, NOW + 1)],
    desk,
  );
  expect([...users]).toEqual([['C-lin', LIN]]);
  expect(refused).toBe(1);
});

it('refuses a code that is too old, or whose client is gone', () => {
  const late = readFollowers([wrote(LIN, CODE, NOW + 90 * DAY_MS)], desk);
  expect([late.users.size, late.refused]).toEqual([0, 1]);
  const gone = readFollowers([wrote(LIN, CODE)], { ...desk, clients: [] });
  expect([gone.users.size, gone.refused]).toEqual([0, 1]);
});

it('connects nobody by what they call themselves', () => {
  const deeds = [
    wrote(LIN, 'I am Ms Lin, lin@bakery.example'),
    { ...wrote(LIN, ''), kind: 'follow' as const },
  ];
  const { users, post } = readFollowers(deeds, desk);
  expect([users.size, post.ends.size, post.news.size]).toEqual([0, 0, 0]);
});

it('ends LINE for who leaves, and only for them', () => {
  const left = readFollowers([{ ...wrote('U-wang', ''), kind: 'unfollow' }], desk);
  expect([...left.users]).toEqual([['C-wang', '']]);
  expect(left.post.ends.size).toBe(0);
});

it('takes a client’s words for an answer to the last letter that reached them', () => {
  const { post, heard } = readFollowers([wrote('U-wang', 'Thank you!')], desk);
  expect([...post.news]).toEqual([['L-two', { outcome: 'replied', answered: NOW }]]);
  expect([...heard]).toEqual([['wangs', NOW]]);
  const early = readFollowers([wrote('U-wang', 'Thank you!', NOW - 5 * DAY_MS)], desk);
  expect([...early.post.news.keys()]).toEqual(['L-old']);
});

it.each(['stop', 'STOP.', '取消訂閱', 'Abmelden', '配信停止'])(
  'unsubscribes who writes “%s”',
  (text) => {
    const { post } = readFollowers([wrote('U-wang', text)], desk);
    expect([...post.ends]).toEqual([['C-wang', NOW]]);
    expect(post.news.get('L-two')?.note).toMatch(/was unsubscribed/);
  },
);

it('has a person look at words that may ask for it', () => {
  const { post } = readFollowers(
    [wrote('U-wang', 'How do I unsubscribe my shop from Google?')],
    desk,
  );
  expect(post.ends.size).toBe(0);
  expect(post.news.get('L-two')?.note).toMatch(/Read it there/);
});

it('listens to strangers only where they may be sending a code', () => {
  const { clients } = desk;
  expect(concerns(wrote('U-nobody', 'Hello there'), clients)).toBe(false);
  expect(concerns(wrote('U-nobody', CODE), clients)).toBe(true);
  expect(concerns(wrote('U-wang', 'Hello there'), clients)).toBe(true);
});
