import type { HttpAnswer } from '../../src/core/http';
import { seoHealth } from '../../src/core/letters/reports/seo-health';
import { lookAt, type Sight } from '../../src/jobs/look';
import { STATE } from '../../src/jobs/state';
import { World } from '../support/services';

const html = (body: string): HttpAnswer => ({
  ok: true,
  status: 200,
  headers: { 'content-type': 'text/html' },
  body,
});
const LINKS = Array.from({ length: 25 }, (_, i) => `<a href="/${i}">Page ${i}</a>`).join('');

function world(): World {
  const made = new World();
  made.answer = () => html(`<title>Bread</title>${LINKS}`);
  return made;
}

const forSearch = (website: string): Sight => ({ website, report: seoHealth });

it('looks at several sites side by side, and beyond their pages in small batches', () => {
  const there = world();
  const sizes: number[] = [];
  const { batch } = there.services().http;
  const http = {
    batch: (requests: Parameters<typeof batch>[0]) => {
      sizes.push(requests.length);
      return batch(requests);
    },
  };
  const looks = lookAt(
    { ...there.services(), http },
    ['a.example', 'b.example', ''].map(forSearch),
    Infinity,
  );
  expect(looks?.map(({ seen }) => seen)).toEqual([true, true, false]);
  expect(sizes[0]).toBe(2);
  expect(Math.max(...sizes.slice(1))).toBeLessThanOrEqual(10);
  expect(there.state.get(STATE.siteAsks)).toBe(`2026-11-21 ${there.requests.length - 2}`);
});

it('leaves what is beyond the page unjudged where the day’s requests are used up', () => {
  const there = world();
  there.state.set(STATE.siteAsks, '2026-11-21 11999');
  const [look] = lookAt(there.services(), [forSearch('a.example')], Infinity) ?? [];
  expect(there.requests.map(({ url }) => url)).toEqual(['https://a.example/']);
  const verdicts = look?.seen
    ? new Map(look.findings.map((one) => [one.id, one.verdict]))
    : undefined;
  expect(verdicts?.get('robots-txt')).toBe('na');
  expect(verdicts?.get('broken-links')).toBe('na');
  expect(verdicts?.get('document-title')).toBe('pass');
});

it('asks freely again on the next day', () => {
  const there = world();
  there.state.set(STATE.siteAsks, '2026-11-20 12000');
  lookAt(there.services(), [forSearch('a.example')], Infinity);
  expect(there.requests.length).toBeGreaterThan(20);
});

it('gives up where the deadline comes before the pages', () => {
  const there = world();
  expect(lookAt(there.services(), [forSearch('a.example')], there.now - 1)).toBeUndefined();
});
