import { useEffect } from 'preact/hooks';
import { columnLetters } from '../../shared/a1';
import { px } from './geometry';

export interface LineMenuPlace {
  axis: 'row' | 'column';
  line: number;
  x: number;
  y: number;
}

/** What can be done with a whole row or column: the body of an edit, by the words of its entry. */
function entriesFor({ axis, line }: LineMenuPlace): [label: string, edit: object][] {
  if (axis === 'row') {
    return [
      ['Insert 1 row above', { insertRow: line }],
      ['Insert 1 row below', { insertRow: line + 1 }],
      ['Delete row', { deleteRow: line }],
    ];
  }
  return [
    ['Sort sheet A to Z', { sort: { column: line, ascending: true } }],
    ['Sort sheet Z to A', { sort: { column: line, ascending: false } }],
    ['Insert 1 column left', { insertColumn: line }],
    ['Insert 1 column right', { insertColumn: line + 1 }],
    ['Delete column', { deleteColumn: line }],
  ];
}

interface Properties {
  place: LineMenuPlace;
  onChoose: (edit: object) => void;
  onClose: () => void;
}

/** The menu of a row's or column's head. */
export function LineMenu({ place, onChoose, onClose }: Properties) {
  useEffect(() => {
    const close = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') onClose();
    };
    const events = ['click', 'keydown', 'scroll'];
    const later = setTimeout(() => events.forEach((name) => window.addEventListener(name, close)));
    return () => {
      clearTimeout(later);
      events.forEach((name) => window.removeEventListener(name, close));
    };
  }, [place]);
  const left = Math.min(place.x, window.innerWidth - 220);
  const top = Math.min(place.y, window.innerHeight - 220);
  const { axis, line } = place;
  return (
    <div class="menu-entries line-menu" role="menu" style={{ left: px(left), top: px(top) }}>
      <span class="label">{axis === 'row' ? `Row ${line}` : `Column ${columnLetters(line)}`}</span>
      {entriesFor(place).map(([label, edit]) => (
        <button type="button" role="menuitem" onClick={() => onChoose(edit)}>
          {label}
        </button>
      ))}
    </div>
  );
}
