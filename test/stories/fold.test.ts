import type { Edit } from '../../host/client';
import { clicks } from '../../src/core/workbook';
import { SENDER } from '../support/cast';
import { type Ending, endingOf } from '../support/ending';
import { putRows, startTestHost, type TestHost } from '../support/host';
import { aClick, NOW } from '../support/rows';
import { type Accident, isSeenByJobs, sweep } from '../support/sweep';

/**
 * The beat of a day on which old visits are folded is ended before its service calls, and a person
 * sorts, inserts and changes visits meanwhile: none is counted twice, and none is lost.
 */

jest.setTimeout(600_000);

const DAY = 24 * 3600 * 1000;
const OLD = 30;

let host: TestHost;

beforeAll(async () => {
  host = await startTestHost();
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  // Ten visits of each of three days by turns, and one of today.
  const visits = Array.from({ length: OLD + 1 }, (_, n) => {
    const visit = `vis${String.fromCharCode(97 + (n >> 4), 97 + (n & 15))}`;
    const at = n === OLD ? NOW - DAY : NOW - (500 - (n % 3)) * DAY + n * 1000;
    return aClick({ id: `abcdefgh-${visit}`, visit, at, counted: n % 2 === 0, visits: 1 });
  });
  await putRows(host, clicks, visits);
});

afterAll(() => host.stop());

const visitsOf = ({ rows }: Ending): number =>
  Object.values(rows.Clicks ?? {}).reduce((sum, { Visits }) => sum + Number(Visits), 0);

it('counts each visit once, whatever happens while they are folded', async () => {
  const before = await host.client.snapshot();
  await host.client.result('sheet', 'beat');
  const expected = await endingOf(host.client, ['Clicks']);
  expect(Object.keys(expected.rows.Clicks ?? {})).toHaveLength(7);
  expect(visitsOf(expected)).toBe(OLD + 1);
  expect((await host.rows('Clicks')).length).toBe(7);
  await host.client.restore(before);

  const counted = (await host.client.sheet('Clicks')).header.indexOf('Counted');
  const edits: Edit[] = [
    { sheet: 'Clicks', sort: { column: 'At', ascending: false } },
    { sheet: 'Clicks', insertRow: 4 },
    { sheet: 'Clicks', a1: `${String.fromCharCode(65 + counted)}3`, value: 'yes' },
  ];
  const check = async (accident: Accident): Promise<void> => {
    const end = await endingOf(host.client, ['Clicks']);
    expect([end.twice, visitsOf(end)]).toEqual([[], OLD + 1]);
    if (accident.kind !== 'edited') expect(end).toEqual(expected);
  };
  const swept = await sweep({
    host: host.client,
    function: 'beat',
    edits,
    isWhole: process.env.SWEEP === 'whole',
    nth: 6,
    mayEdit: isSeenByJobs,
    check,
  });
  process.stderr.write(`fold ${JSON.stringify(swept)}\n`);
  await host.client.restore(before);
});
