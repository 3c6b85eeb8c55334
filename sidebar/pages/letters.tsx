import { useEffect, useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { JobReport, QueueLine } from '../../src/panel/protocol';
import { call } from '../call';
import { Badge, Button, Empty, Notice, Outcome, Progress } from '../parts';
import { useLoaded, useWork } from '../work';
import { LetterPage } from './letter';

/** The queue: what was written, to be read, approved and sent. */
export function LettersPage({ onChange }: { onChange: () => void }) {
  const queue = useLoaded(() => call({ do: 'queue' }));
  const [reading, read] = useState<string>();
  const work = useWork();
  const changed = (): void => {
    queue.reload();
    onChange();
  };
  const run = (act: Promise<JobReport>): Promise<string> =>
    act.then(({ done, problem }) => {
      changed();
      return [done, problem].filter((part) => part !== '').join('. ');
    });
  if (reading !== undefined) {
    return (
      <LetterPage
        id={reading}
        onClose={() => {
          read(undefined);
          changed();
        }}
      />
    );
  }
  const letters = queue.value?.letters ?? [];
  const drafted = letters.filter(({ status }) => status === 'drafted');
  const approved = letters.filter(({ status }) => status === 'approved');
  const approveAll = (): Promise<string> =>
    call({ do: 'approve', letters: drafted.map(({ id }) => id) }).then(({ moved }) => {
      changed();
      return `${many(moved, 'letter')} approved.`;
    });
  return (
    <section>
      <h2>Letters</h2>
      <div class="row">
        <Button busy={work.busy} onClick={() => work.run(() => run(call({ do: 'writeNow' })))}>
          Write what is due
        </Button>
        <Button
          kind="main"
          busy={work.busy}
          disabled={approved.length === 0}
          onClick={() => work.run(() => run(call({ do: 'sendNow' })))}
        >
          {approved.length === 0 ? 'Send approved' : `Send ${approved.length} approved`}
        </Button>
      </div>
      {work.busy ? <LiveProgress /> : null}
      <Outcome work={work} />
      {queue.error === '' ? null : <Notice kind="problem">{queue.error}</Notice>}
      {queue.value !== undefined && letters.length === 0 ? (
        <Empty title="No letters wait">
          Those that are due are written at the next beat, or now with the button above.
        </Empty>
      ) : null}
      {drafted.length > 1 ? (
        <Button kind="quiet" busy={work.busy} onClick={() => work.run(approveAll)}>
          Approve all {drafted.length} without reading
        </Button>
      ) : null}
      <ul class="list">
        {letters.map((letter) => (
          <Line key={letter.id} letter={letter} onRead={() => read(letter.id)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ letter, onRead }: { letter: QueueLine; onRead: () => void }) {
  return (
    <li>
      <button type="button" class="line" onClick={onRead}>
        <span class="line-top">
          <b>{letter.client}</b>
          <Badge state={letter.status} />
        </span>
        <span class="subject">{letter.subject}</span>
        <span class="quiet">{letter.opening}</span>
        {letter.products.length === 0 ? null : (
          <span class="quiet">→ {letter.products.join(', ')}</span>
        )}
        {letter.writer === 'plain' ? <span class="quiet">written without AI</span> : null}
        {letter.problem === '' ? null : <span class="warn">{letter.problem}</span>}
      </button>
    </li>
  );
}

const REFRESH_MS = 1500;

/** How far the job is that a button started. */
function LiveProgress() {
  const home = useLoaded(() => call({ do: 'home' }));
  useEffect(() => {
    const timer = setInterval(home.reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [home.reload]);
  const progress = home.value?.progress ?? null;
  if (progress === null) return <p class="quiet">Working…</p>;
  return <Progress label={progress.job} done={progress.done} of={progress.of} />;
}
