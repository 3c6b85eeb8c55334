import { useState } from 'preact/hooks';
import type { ExecutionInfo } from '../shared/control';
import { get, post } from './api';
import { ExecutionList } from './executions-page';
import { useLive } from './live';

const presets: [label: string, advance: string][] = [
  ['10 minutes', 'PT10M'],
  ['1 hour', 'PT1H'],
  ['6 hours', 'PT6H'],
  ['1 day', 'P1D'],
  ['1 week', 'P7D'],
  ['1 month', 'P1M'],
  ['3 months', 'P3M'],
];

const spans: [label: string, every: string][] = [
  ['each time it is due', ''],
  ['at most once an hour', 'PT1H'],
  ['at most once in 6 hours', 'PT6H'],
  ['at most once a day', 'P1D'],
];

/** The virtual clock: what time it is here, and how to move it. */
export function ClockPage() {
  const [clock, reload] = useLive(
    () => get<{ now: string }>('/host/clock'),
    ['clock', 'executions'],
  );
  const [span, setSpan] = useState('');
  const [chosen, setChosen] = useState('');
  const [moving, setMoving] = useState('');
  const [runs, setRuns] = useState<ExecutionInfo[] | null>(null);
  const [problem, setProblem] = useState('');

  const move = async (label: string, where: object): Promise<void> => {
    setMoving(label);
    setProblem('');
    try {
      const body = { ...where, ...(span ? { every: span } : {}) };
      const answer = await post<{ runs: ExecutionInfo[] }>('/host/clock', body);
      setRuns(answer.runs.reverse());
    } catch (reason) {
      setProblem((reason as Error).message);
    }
    setMoving('');
    reload();
  };

  const now = clock ? new Date(clock.now) : null;
  return (
    <main class="list-page clock-page">
      <section class="now" aria-live="polite">
        <p class="time">{now?.toLocaleTimeString(undefined, { timeStyle: 'short' })}</p>
        <p class="date">{now?.toLocaleDateString(undefined, { dateStyle: 'full' })}</p>
        <p class="note">
          All scripts here live by this clock. Moving it forward runs the triggers that fall due on
          the way, in their order.
        </p>
      </section>
      <section>
        <h2>Move forward</h2>
        <div class="presets">
          {presets.map(([label, advance]) => (
            <button
              type="button"
              disabled={moving !== ''}
              onClick={() => void move(label, { advance })}
            >
              {moving === label ? 'Moving …' : label}
            </button>
          ))}
        </div>
        <label class="span">
          Run each trigger{' '}
          <select value={span} onChange={(event) => setSpan(event.currentTarget.value)}>
            {spans.map(([label, every]) => (
              <option value={every}>{label}</option>
            ))}
          </select>
        </label>
      </section>
      <form
        class="set-clock"
        onSubmit={(event) => {
          event.preventDefault();
          void move('set', { now: new Date(chosen).toISOString() });
        }}
      >
        <label>
          Or set it to{' '}
          <input
            type="datetime-local"
            value={chosen}
            required
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={moving !== ''}>
          Set
        </button>
      </form>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {runs && (
        <section>
          <h2>{runs.length === 0 ? 'Nothing was due.' : `${runs.length} ran on the way`}</h2>
          <ExecutionList executions={runs.slice(0, 200)} />
        </section>
      )}
    </main>
  );
}
