import { useEffect, useState } from 'preact/hooks';
import type { BookView } from '../../shared/view';
import type { ExecutionInfo } from '../../shared/control';
import { get, post } from '../api';
import { listen, useLive } from '../live';
import { MenuBar } from './menu-bar';
import { TabEditor } from './tab-editor';
import { TabStrip } from './tab-strip';
import { useTab } from './use-tab';
import { Windows } from './windows';

/** The spreadsheet. Opening it runs onOpen, as on Google. */
export function SheetPage() {
  const [opened, setOpened] = useState(false);
  const [book, reload] = useLive(() => get<BookView>('/host/ui/book'), ['workbook', 'menus']);
  const [chosen, setChosen] = useState<number | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const stop = listen((event) => {
      if (event.kind === 'activate') setChosen(event.area.sheet);
    });
    void post('/host/ui/open').then(() => {
      setOpened(true);
      reload();
    });
    return stop;
  }, []);

  if (!book) return <main class="sheet-page loading">{opened ? '' : 'Opening …'}</main>;
  const visible = book.tabs.filter(({ hidden }) => !hidden);
  const wanted = chosen ?? book.active;
  const active = book.tabs.some(({ id }) => id === wanted) ? wanted : (visible[0]?.id ?? 0);

  const run = async (project: string, name: string): Promise<void> => {
    setBusy(name);
    setProblem(null);
    const record = await post<ExecutionInfo>('/host/ui/menu', { project, function: name });
    setBusy(null);
    if (record.error) setProblem(`${record.error.name}: ${record.error.message}`);
  };
  const choose = (id: number): void => {
    setChosen(id);
    void post('/host/ui/select', { sheet: id });
  };

  return (
    <main class="sheet-page">
      <MenuBar
        title={book.title}
        menus={book.menus}
        busy={busy}
        onRun={(project, name) => void run(project, name)}
      />
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
          <button type="button" class="close" aria-label="Close" onClick={() => setProblem(null)}>
            ×
          </button>
        </p>
      )}
      <ActiveTab key={active} id={active} onProblem={setProblem} />
      <TabStrip tabs={book.tabs} active={active} onChoose={choose} />
      <Windows onEditorFocus={() => document.querySelector<HTMLElement>('.grid')?.focus()} />
    </main>
  );
}

function ActiveTab({ id, onProblem }: { id: number; onProblem: (text: string) => void }) {
  const content = useTab(id);
  return content ? (
    <TabEditor content={content} onProblem={onProblem} />
  ) : (
    <div class="grid-area" aria-busy="true" />
  );
}
