import { hasGoneBack, reachedStages, stageChanges } from '../../../src/core/clients/stage';
import type { Client, StageRow } from '../../../src/core/workbook';
import { aClient, NOW, TODAY } from '../../support/rows';

type Stage = Client['stage'];

/** What is remembered after a client was seen in these stages, one after the other. */
function seen(stages: [Stage, string][], since = ''): StageRow | undefined {
  let row: StageRow | undefined;
  for (const [stage, day] of stages) {
    const known = row === undefined ? [] : [row];
    const { added, changed } = stageChanges([aClient({ stage, since })], known, day, NOW);
    row = added[0] ?? (row && changed[0] ? { ...row, ...changed[0].set } : row);
  }
  return row;
}

const reached = (stages: [Stage, string][], since?: string) =>
  reachedStages(seen(stages, since) ?? { reached: [] });

it('takes a stage that is there at first sight for an old one', () => {
  expect(reached([['Delivered', TODAY]])).toEqual([
    { stage: 'Delivered', day: TODAY, before: true },
  ]);
});

it('takes it for reached where the client is new', () => {
  expect(reached([['Delivered', TODAY]], '2026-10-22')).toMatchObject([{ before: false }]);
  expect(reached([['Delivered', TODAY]], '2026-10-21')).toMatchObject([{ before: true }]);
  expect(reached([['Delivered', TODAY]], '2026-11-22')).toMatchObject([{ before: true }]);
});

it('notes the day on which a stage is reached', () => {
  const row = seen([
    ['Active', '2026-11-01'],
    ['Delivered', TODAY],
  ]);
  expect(row).toMatchObject({ stage: 'Delivered', first: '2026-11-01' });
  expect(row).toMatchObject({ former: 'Active', moved: NOW });
  expect(row?.reached).toEqual(['Active before 2026-11-01', 'Delivered 2026-11-21']);
});

it('keeps the day however often the cell is toggled', () => {
  const toggled = reached([
    ['Active', '2026-11-01'],
    ['Delivered', '2026-11-02'],
    ['Active', '2026-11-03'],
    ['Delivered', '2026-11-04'],
    ['', '2026-11-05'],
    ['Delivered', '2026-11-06'],
  ]);
  expect(toggled).toContainEqual({ stage: 'Delivered', day: '2026-11-02', before: false });
  const old = reached([
    ['Delivered', '2026-11-02'],
    ['Active', '2026-11-03'],
    ['Delivered', '2026-11-04'],
  ]);
  expect(old).toContainEqual({ stage: 'Delivered', day: '2026-11-02', before: true });
});

it('takes a stage for reached anew after half a year', () => {
  const again = reached([
    ['Delivered', '2026-01-01'],
    ['Active', '2026-03-01'],
    ['Delivered', '2026-07-01'],
  ]);
  expect(again).toContainEqual({ stage: 'Delivered', day: '2026-07-01', before: false });
});

it('says nothing where nothing changed', () => {
  const row = seen([['Active', '2026-11-01']]);
  expect(stageChanges([aClient({ stage: 'Active' })], row ? [row] : [], TODAY, NOW)).toEqual({
    added: [],
    changed: [],
  });
});

it('tells going back from going on', () => {
  expect(hasGoneBack(aClient({ stage: 'Lead' }), 'Delivered')).toBe(true);
  expect(hasGoneBack(aClient({ stage: 'Repeat' }), 'Delivered')).toBe(false);
});
