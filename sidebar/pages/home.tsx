import { useEffect } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { Home, NextStep } from '../../src/panel/protocol';
import { call } from '../call';
import type { Page } from '../main';
import { Button, Notice, Outcome, Progress } from '../parts';
import { type Loaded, useWork } from '../work';
import { Steps } from './steps';

/** Where things stand, what is wrong, and the one next step. */
export function HomePage({ home, open }: { home: Loaded<Home>; open: (page: Page) => void }) {
  const work = useWork();
  const { value, reload } = home;
  useRefreshing(value?.progress !== null || work.busy, reload);
  if (value === undefined) return <p class="quiet">Reading the workbook…</p>;
  const { next, progress } = value;
  const goOn = (): void => {
    if (!value.isSetUp) work.run(() => call({ do: 'setUp' }).then(({ done }) => (reload(), done)));
    else if (next.page !== 'go on') open(next.page);
    else {
      work.run(() =>
        call({ do: 'saveSettings', settings: { paused: 'no' } }).then(
          () => (reload(), 'Perennial goes on.'),
        ),
      );
    }
  };
  return (
    <>
      <section class="next">
        <h2>{next.title}</h2>
        <p>{next.why}</p>
        <Button kind="main" busy={work.busy} onClick={goOn}>
          {value.isSetUp ? WAYS[next.page] : 'Set up'}
        </Button>
        <Outcome work={work} />
      </section>
      {progress === null ? null : (
        <Progress label={progress.job} done={progress.done} of={progress.of} />
      )}
      {value.problems.length === 0 ? null : <Problems problems={value.problems} />}
      {value.ai.stopped === '' ? null : <Notice kind="problem">{value.ai.stopped}</Notice>}
      <Steps steps={value.steps} onDone={reload} />
      {value.isSetUp ? <Figures home={value} /> : null}
    </>
  );
}

const WAYS: Record<NextStep['page'], string> = {
  setup: 'Fill it in',
  clients: 'To the clients',
  products: 'To the products',
  letters: 'To the letters',
  money: 'See the money',
  'go on': 'Go on',
};

const REFRESH_MS = 2000;

/** Looks again every two seconds while something is under way. */
function useRefreshing(isUnderWay: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, reload]);
}

const SHOWN = 5;

function Problems({ problems }: { problems: string[] }) {
  return (
    <section>
      <h3>To look at</h3>
      {problems.slice(0, SHOWN).map((problem) => (
        <Notice key={problem} kind="problem">
          {problem}
        </Notice>
      ))}
      {problems.length > SHOWN ? (
        <p class="quiet">and {problems.length - SHOWN} more, on the Activity tab.</p>
      ) : null}
    </section>
  );
}

function Figures({ home }: { home: Home }) {
  const { money, clients, letters } = home;
  const count = (status: string): number => letters[status] ?? 0;
  return (
    <>
      <section>
        <h3>Money that came back</h3>
        <p class="big">{money.year}</p>
        <p class="quiet">
          this year, of {money.plan} planned · {money.quarter} this quarter · {money.pending}{' '}
          pending
        </p>
      </section>
      <section>
        <h3>Letters</h3>
        <dl>
          <Line name="To write" value={count('drafting')} />
          <Line name="To read and approve" value={count('drafted')} />
          <Line name="On their way" value={count('approved') + count('sending')} />
          <Line name="Sent" value={count('sent')} />
          <Line name="To look at" value={count('held') + count('failed')} />
        </dl>
        {home.queue === '' ? null : <p class="quiet">{home.queue}</p>}
        {home.ai.spent === '' ? null : <p class="quiet">AI this month: {home.ai.spent}</p>}
      </section>
      <section>
        <h3>Clients</h3>
        <dl>
          <Line name="Get recommendations" value={clients.withConsent} />
          <Line name="Get the report only" value={clients.serviceOnly} />
          <Line name="Without consent" value={clients.withoutConsent} />
          <Line name="Unsubscribed" value={clients.unsubscribed} />
          {clients.closed === 0 ? null : <Line name="Closed" value={clients.closed} />}
          {clients.incomplete === 0 ? null : (
            <Line name="Consent or address incomplete" value={clients.incomplete} />
          )}
          <Line name="In all" value={clients.all} />
        </dl>
        {home.unwritten === 0 ? null : (
          <p class="quiet">
            {many(home.unwritten, 'client')}{' '}
            {home.unwritten === 1 ? 'has a language' : 'have languages'} that Perennial does not
            write: they get English.
          </p>
        )}
      </section>
    </>
  );
}

function Line({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
