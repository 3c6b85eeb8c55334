import type { WaitingReport } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Outcome } from '../parts';
import { type Loaded, useWork } from '../work';
import { many } from '../../src/core/words/count';
import type { ReportFile } from './report';

interface Waiting {
  label: string;
  reports: WaitingReport[];
}

/** The reports that came by mail and wait for a person. */
export function WaitingReports({
  waiting,
  onOpen,
}: {
  waiting: Loaded<Waiting>;
  onOpen: (file: ReportFile) => void;
}) {
  const work = useWork();
  const { value, set, reload } = waiting;
  if (value === undefined || value.label === '') return null;
  const open = (report: string): void =>
    work.run(() =>
      call({ do: 'openReport', report }).then((file) => {
        onOpen({ ...file, mailed: report });
        return '';
      }),
    );
  const setAside = (report: string): void =>
    work.run(() => call({ do: 'setReportAside', report }).then((left) => (set(left), '')));
  const look = (): void =>
    work.run(() =>
      call({ do: 'lookForReports' }).then(({ done, problem }) => {
        reload();
        return [done, problem].filter((part) => part !== '').join('. ');
      }),
    );
  return (
    <section>
      <h2>{titleOf(value.reports.length)}</h2>
      <p class="quiet">
        Files attached to mails with the label “{value.label}” are read every hour; those that leave
        nothing open are booked at once.
      </p>
      <ul class="list" aria-label="Reports that wait">
        {value.reports.map(({ id, name, from, at, why }) => (
          <li key={id}>
            <div class="line-top">
              <b>{name}</b>
              <span class="quiet">{new Date(at).toLocaleDateString('en')}</span>
            </div>
            <div class="quiet">{from}</div>
            <p>{why}</p>
            <div class="row">
              <Button busy={work.busy} onClick={() => open(id)}>
                Look at it
              </Button>
              <Button kind="quiet" disabled={work.busy} onClick={() => setAside(id)}>
                Set aside
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button busy={work.busy} onClick={look}>
        Look now
      </Button>
      <Outcome work={work} />
    </section>
  );
}

function titleOf(waiting: number): string {
  if (waiting === 0) return 'Reports from your mail';
  return `${many(waiting, 'report')} from your mail ${waiting === 1 ? 'waits' : 'wait'}`;
}
