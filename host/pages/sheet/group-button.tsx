import type { GroupView } from '../../shared/view';
import { post } from '../api';

interface Properties {
  tab: number;
  axis: 'rows' | 'columns';
  line: number;
  groups: GroupView[];
}

/** What a line's head shows of groups: how deep the line lies, and the buttons that stand there. */
export function GroupMarks({ tab, axis, line, groups }: Properties) {
  const depth = Math.max(
    0,
    ...groups.filter(({ start, end }) => line >= start && line <= end).map((one) => one.depth),
  );
  const own = groups.filter(({ button }) => button === line);
  return (
    <>
      {depth > 0 && <i class={`depth ${axis} depth-${Math.min(depth, 3)}`} />}
      {own.map(({ start, depth: at, isCollapsed }) => (
        <button
          key={`${start} ${at}`}
          type="button"
          class="group-button"
          aria-label={`${isCollapsed ? 'Open' : 'Shut'} the group of ${axis} from ${start}`}
          aria-expanded={!isCollapsed}
          onClick={(event) => {
            event.stopPropagation();
            void post(`/host/ui/tabs/${tab}/group`, {
              axis,
              start,
              depth: at,
              collapsed: !isCollapsed,
            });
          }}
        >
          {isCollapsed ? '+' : '−'}
        </button>
      ))}
    </>
  );
}
