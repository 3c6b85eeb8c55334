import type { Axis } from '../shared/operations';
import { movedArea, movedAreas, type Move } from './lines';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** Charts, rules, named ranges and metadata may lie on one tab and point at another. */
export function moveReferences(workbook: Workbook, tab: Tab, axis: Axis, move: Move): void {
  for (const other of workbook.tabs) {
    other.charts = other.charts.map((chart) => ({
      ...chart,
      ranges: movedAreas(chart.ranges, tab.id, axis, move),
    }));
    other.formatRules = other.formatRules
      .map((rule) => ({ ...rule, ranges: movedAreas(rule.ranges, tab.id, axis, move) }))
      .filter(({ ranges }) => ranges.length);
  }
  for (const [name, area] of workbook.namedRanges) {
    const moved = area.sheet === tab.id ? movedArea(area, axis, move) : area;
    if (moved) workbook.namedRanges.set(name, moved);
    else workbook.namedRanges.delete(name);
  }
  workbook.metadata = workbook.metadata.flatMap((one) => {
    if (one.sheet !== tab.id || one.line?.axis !== axis) return one;
    const at = move(one.line.at);
    return at === null ? [] : { ...one, line: { axis, at } };
  });
}
