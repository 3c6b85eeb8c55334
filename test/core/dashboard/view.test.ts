import { isShown, readView, segmentsIn } from '../../../src/core/dashboard/view';
import { aClient, TODAY } from '../../support/rows';

const clients = [
  aClient({ industry: 'Bakery', language: '' }),
  aClient({ id: 'C-wu', industry: 'law' }),
];
const read = (period: string, kind = '', segment = '') =>
  readView({ period, kind, segment }, segmentsIn(clients), TODAY);

it.each([
  ['', '2025-12-01', '2026-11-30'],
  ['This quarter', '2026-10-01', '2026-12-31'],
  ['last quarter', '2026-07-01', '2026-09-30'],
  ['last 12 months', '2025-12-01', '2026-11-30'],
  ['all', '', '2026-11-30'],
])('reads the period “%s”', (period, from, to) => {
  const { view, problems } = read(period);
  expect([view.from, view.to, problems]).toEqual([from, to, []]);
});

it('offers the segments that clients have, by kind', () => {
  expect(segmentsIn(clients)).toEqual([
    'industry: bakery',
    'industry: law',
    'past work: seo',
    'stage: Delivered',
    'language: en',
    'channel: email',
  ]);
});

it('shows the clients of a segment', () => {
  const { view } = read('', 'language', 'Industry: Bakery');
  expect(view.kind).toBe('language');
  expect(clients.filter((client) => isShown(client, view)).map(({ id }) => id)).toEqual(['C-lin']);
});

it('tells of what is not there to choose, and shows what is usual', () => {
  const { view, problems } = read('fortnight', 'shoe size', 'industry: fishing');
  expect(view).toMatchObject({
    period: 'last 12 months',
    kind: 'industry',
    segment: 'all clients',
  });
  expect(problems.map(({ column, sentence }) => [column, sentence])).toEqual([
    ['Period', '“fortnight” is not there to choose, so “last 12 months” is shown.'],
    ['Kind of client', '“shoe size” is not there to choose, so “industry” is shown.'],
    ['Clients', '“industry: fishing” is not there to choose, so “all clients” is shown.'],
  ]);
});
