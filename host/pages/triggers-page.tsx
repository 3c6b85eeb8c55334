import { useState } from 'preact/hooks';
import type { SpreadsheetEventType, TriggerSpec } from '../shared/triggers';
import type { ExecutionInfo } from '../shared/control';
import { get, post, shownTime } from './api';
import { ExecutionList } from './executions-page';
import { useLive } from './live';

interface TriggerInfo {
  id: string;
  project: string;
  function: string;
  spec: TriggerSpec;
  next: number | null;
}

/** The installed triggers of all projects. */
export function TriggersPage() {
  const [triggers] = useLive(() => get<TriggerInfo[]>('/host/ui/triggers'), ['triggers']);
  const [runs, setRuns] = useState<ExecutionInfo[]>([]);
  const [running, setRunning] = useState('');
  if (!triggers) return <main class="list-page" aria-busy="true" />;
  const run = async (id: string): Promise<void> => {
    setRunning(id);
    const record = await post<ExecutionInfo>(`/host/ui/triggers/${id}/run`);
    setRunning('');
    setRuns((all) => [record, ...all]);
  };
  return (
    <main class="list-page">
      <div class="page-title">
        <h1>Triggers</h1>
      </div>
      {triggers.length === 0 && <p class="empty">No project has installed a trigger.</p>}
      {triggers.map(({ id, project, function: name, spec, next }) => (
        <article key={id} class="trigger">
          <div>
            <b>{name}</b> <span class="project">{project}</span>
            <p>{describe(spec)}</p>
          </div>
          {next !== null && <p class="next">next {shownTime(new Date(next).toISOString())}</p>}
          <button type="button" disabled={running !== ''} onClick={() => void run(id)}>
            {running === id ? 'Running …' : 'Run now'}
          </button>
        </article>
      ))}
      {runs.length > 0 && <h2>Just run</h2>}
      <ExecutionList executions={runs} />
    </main>
  );
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const every = (count: number, unit: string): string =>
  count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;

const events: Record<SpreadsheetEventType, string> = {
  ON_OPEN: 'when somebody opens the spreadsheet',
  ON_EDIT: 'when somebody edits a cell',
  ON_CHANGE: 'when somebody changes the spreadsheet',
  ON_FORM_SUBMIT: 'when somebody submits a form',
};

function describe(spec: TriggerSpec): string {
  switch (spec.kind) {
    case 'after':
      return `once, ${Math.round(spec.milliseconds / 1000)} seconds after it was made`;
    case 'at':
      return `once, on ${shownTime(new Date(spec.instant).toISOString())}`;
    case 'minutes':
      return every(spec.every, 'minute');
    case 'hours':
      return every(spec.every, 'hour');
    case 'days':
      return `${every(spec.every, 'day')}${hourText(spec)}`;
    case 'weeks':
      return `${every(spec.every, 'week')} on ${days[spec.weekday] ?? ''}${hourText(spec)}`;
    case 'month':
      return `every month on day ${spec.day}${hourText(spec)}`;
    case 'spreadsheet':
      return events[spec.event];
  }
}

const hourText = ({ hour, timeZone }: { hour: number | null; timeZone: string }): string =>
  hour === null ? '' : ` in the hour after ${hour}:00 (${timeZone})`;
