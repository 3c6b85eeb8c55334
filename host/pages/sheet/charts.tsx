import type { TabView } from '../../shared/view';
import { headHeight, headWidth, px, startOf, type Lines } from './geometry';

interface Properties {
  tab: TabView;
  version: number;
  rows: Lines;
  columns: Lines;
}

/**
 * The tab's charts, where they are anchored, but below what is frozen. As images they can run
 * nothing.
 */
export function Charts({ tab, version, rows, columns }: Properties) {
  const belowFrozen = startOf(rows, tab.settings.frozenRows + 1);
  return (
    <>
      {tab.charts.map(({ id, title, row, column, x, y, width, height }) => (
        <img
          key={id}
          class="chart"
          alt={title || 'Chart'}
          src={`/host/ui/tabs/${tab.id}/charts/${id}.svg?width=${width}&height=${height}&v=${version}`}
          width={width}
          height={height}
          style={{
            left: px(headWidth + startOf(columns, column) + x),
            top: px(headHeight + Math.max(startOf(rows, row), belowFrozen) + y),
          }}
        />
      ))}
    </>
  );
}
