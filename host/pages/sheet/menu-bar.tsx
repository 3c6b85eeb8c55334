import { useEffect, useState } from 'preact/hooks';
import type { MenuEntry } from '../../shared/page';
import type { BookView } from '../../shared/view';

interface Properties {
  title: string;
  menus: BookView['menus'];
  busy: string | null;
  onRun: (project: string, name: string) => void;
}

/** The spreadsheet's name and the menus that its projects added. */
export function MenuBar({ title, menus, busy, onRun }: Properties) {
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    if (open === null) return;
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      setOpen(null);
    };
    window.addEventListener('click', close);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('click', close);
      window.removeEventListener('keydown', close);
    };
  }, [open]);

  return (
    <div class="menu-bar">
      <h1>{title}</h1>
      {menus.map(({ project, caption, entries }) => {
        const key = `${project} ${caption}`;
        return (
          <div key={key} class="menu">
            <button
              type="button"
              aria-haspopup="menu"
              aria-expanded={open === key}
              onClick={(event) => {
                event.stopPropagation();
                setOpen(open === key ? null : key);
              }}
            >
              {caption}
            </button>
            {open === key && <Entries entries={entries} onRun={(name) => onRun(project, name)} />}
          </div>
        );
      })}
      {busy !== null && (
        <span class="busy" role="status">
          Running {busy} …
        </span>
      )}
    </div>
  );
}

function Entries({ entries, onRun }: { entries: MenuEntry[]; onRun: (name: string) => void }) {
  return (
    <div class="menu-entries" role="menu">
      {entries.map((entry) => {
        if (entry.kind === 'separator') return <hr />;
        if (entry.kind === 'item') {
          return (
            <button type="button" role="menuitem" onClick={() => onRun(entry.function)}>
              {entry.caption}
            </button>
          );
        }
        return (
          <div class="sub-menu">
            <span>{entry.caption}</span>
            <Entries entries={entry.entries} onRun={onRun} />
          </div>
        );
      })}
    </div>
  );
}
