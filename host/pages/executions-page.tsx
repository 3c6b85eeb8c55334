import { useState } from 'preact/hooks';
import type { ExecutionInfo } from '../shared/control';
import { get, shownTime } from './api';
import { useLive } from './live';

/** Every run of every project, the latest first. */
export function ExecutionsPage() {
  const [listed] = useLive(
    () => get<{ count: number; latest: ExecutionInfo[] }>('/host/ui/executions'),
    ['executions'],
  );
  const [project, setProject] = useState('');
  const [failedOnly, setFailedOnly] = useState(false);
  if (!listed) return <main class="list-page" aria-busy="true" />;
  const executions = listed.latest;
  const older = listed.count - executions.length;
  const projects = [...new Set(executions.map((one) => one.project))].sort();
  const shown = executions
    .filter((one) => (!project || one.project === project) && !(failedOnly && one.ok))
    .reverse();
  return (
    <main class="list-page">
      <div class="page-title">
        <h1>Executions</h1>
        <label>
          Project{' '}
          <select value={project} onChange={(event) => setProject(event.currentTarget.value)}>
            <option value="">all</option>
            {projects.map((name) => (
              <option value={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={failedOnly}
            onChange={(event) => setFailedOnly(event.currentTarget.checked)}
          />{' '}
          failed only
        </label>
      </div>
      {shown.length === 0 && <p class="empty">Nothing has run yet.</p>}
      <ExecutionList executions={shown} />
      {older > 0 && <p class="empty">{older} older ones are not shown.</p>}
    </main>
  );
}

export function ExecutionList({ executions }: { executions: ExecutionInfo[] }) {
  return (
    <div class="executions">
      {executions.map((execution) => (
        <Execution key={execution.n} execution={execution} />
      ))}
    </div>
  );
}

function Execution({ execution }: { execution: ExecutionInfo }) {
  const { n, project, function: name, cause, start, ms, ok, error, calls, log } = execution;
  const count = Object.values(calls).reduce((sum, times) => sum + times, 0);
  return (
    <details class={ok ? 'execution' : 'execution failed'}>
      <summary>
        <span class="outcome" title={ok ? 'completed' : 'failed'}>
          {ok ? '✓' : '!'}
        </span>
        <span class="name">
          <b>{name}</b> <span class="project">{project}</span>
        </span>
        <span class="cause">{cause}</span>
        <time dateTime={start}>{shownTime(start)}</time>
        <span class="took">{ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`}</span>
        <span class="count">{count} calls</span>
      </summary>
      <div class="execution-more">
        {error && <pre class="error">{error.stack ?? `${error.name}: ${error.message}`}</pre>}
        {log.length > 0 && <pre class="log">{log.join('\n')}</pre>}
        {count > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">Service call</th>
                <th scope="col">Times</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(calls)
                .sort(([, a], [, b]) => b - a)
                .map(([call, times]) => (
                  <tr>
                    <td>{call}</td>
                    <td>{times}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
        <small>Execution {n}</small>
      </div>
    </details>
  );
}
