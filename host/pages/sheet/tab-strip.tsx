import { useState } from 'preact/hooks';
import type { BookView } from '../../shared/view';

interface Properties {
  tabs: BookView['tabs'];
  active: number;
  onChoose: (id: number) => void;
}

/** The tabs at the foot of the sheet; hidden ones are there on request. */
export function TabStrip({ tabs, active, onChoose }: Properties) {
  const [all, setAll] = useState(false);
  const hidden = tabs.filter((tab) => tab.hidden);
  const shown = tabs.filter((tab) => all || !tab.hidden || tab.id === active);
  return (
    <div class="tab-strip" role="tablist" aria-label="Tabs">
      {shown.map(({ id, name, color, hidden: isHidden }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === active}
          class={isHidden ? 'tab hidden-tab' : 'tab'}
          onClick={() => onChoose(id)}
        >
          {name}
          {color && <i style={{ backgroundColor: color }} />}
        </button>
      ))}
      {hidden.length > 0 && (
        <button type="button" class="tab more" onClick={() => setAll(!all)}>
          {all ? 'Hide hidden tabs' : `${hidden.length} hidden`}
        </button>
      )}
    </div>
  );
}
