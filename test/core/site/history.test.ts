import type { Finding, Verdict } from '../../../src/core/site/audit';
import { changesSince, findingsRow } from '../../../src/core/site/history';

const finding = (id: string, verdict: Verdict): Finding => ({
  id,
  verdict,
  evidence: 'e'.repeat(500),
  figures: {},
});
const row = (findings: Finding[]) =>
  findingsRow('C-lin', '2026-Q3', '2026-08-21', { address: 'https://bakery.example/', findings });

it('tells what was put right, what is new and what stayed', () => {
  const before = row([
    finding('a', 'fail'),
    finding('b', 'pass'),
    finding('c', 'fail'),
    finding('d', 'na'),
  ]);
  const now = [
    finding('a', 'pass'),
    finding('b', 'fail'),
    finding('c', 'fail'),
    finding('d', 'fail'),
  ];
  expect(changesSince(before, now)).toEqual({
    since: '2026-Q3',
    mended: ['a'],
    fresh: ['b'],
    same: ['c'],
  });
});

it('keeps thirty long findings in one cell, under one id for client and quarter', () => {
  const all = Array.from({ length: 30 }, (_, i) => finding(`audit-${i}`, 'fail'));
  expect(row(all).found.length).toBeLessThan(50_000);
  expect(row(all).id).toBe(row([]).id);
});

it('says nothing where the row cannot be read', () => {
  expect(changesSince({ ...row([]), found: 'oops' }, [])).toBeUndefined();
});
