import type { TabView } from '../../shared/view';
import { headHeight, headWidth, px, startOf, type Lines } from './geometry';

interface Properties {
  tab: TabView;
  version: number;
  rows: Lines;
  columns: Lines;
}

/** The tab's charts, where they are anchored. As images they can run nothing. */
export function Charts({ tab, version, rows, columns }: Properties) {
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
            top: px(headHeight + startOf(rows, row) + y),
          }}
        />
      ))}
    </>
  );
}
