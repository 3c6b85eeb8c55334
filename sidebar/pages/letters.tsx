import { useEffect, useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { JobReport, Moved, QueueLine } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Badge, Button, Done, Empty, Notice, Outcome, Progress } from '../parts';
import { useLoaded, useWork } from '../work';
import { Evidence } from './evidence';
import { LetterPage } from './letter';

/** What was done last with letters, and which of them can be put back. */
interface LastMove {
  text: string;
  ids: string[];
}

/** The queue: what was written, to be read, approved and sent. */
export function LettersPage({ onChange }: { onChange: () => void }) {
  const queue = useLoaded(() => call({ do: 'queue' }));
  const [reading, read] = useState<string>();
  const [last, setLast] = useState<LastMove>();
  const work = useWork();
  const back = useWork();
  const changed = (): void => {
    queue.reload();
    onChange();
  };
  const open = (id: string | undefined): void => {
    read(id);
    work.clear();
    window.scrollTo(0, 0);
  };
  const pass = (next: string): void => {
    setLast(undefined);
    open(next);
  };
  const takeBack = (): void =>
    back.run(() =>
      call({ do: 'takeBack', letters: last?.ids ?? [] }).then((result) => {
        setLast({ text: `${said(result, 'put back')} Nothing of that is sent.`, ids: [] });
        changed();
        return '';
      }),
    );
  const lastMove =
    last === undefined ? null : (
      <>
        {last.ids.length === 0 ? (
          <Notice kind="good">{last.text}</Notice>
        ) : (
          <Done text={last.text} undo="Take it back" busy={back.busy} onUndo={takeBack} />
        )}
        <Outcome work={back} />
      </>
    );
  const letters = queue.value?.letters ?? [];
  const unread = letters.filter(({ status }) => status !== 'approved');
  if (reading !== undefined) {
    const next = after(unread, reading);
    return (
      <LetterPage
        key={reading}
        id={reading}
        place={placeOf(unread, reading)}
        above={lastMove}
        onBack={() => {
          open(undefined);
          changed();
        }}
        {...(next === undefined ? {} : { onNext: () => pass(next) })}
        onMoved={(text, ids) => {
          setLast({ text, ids });
          open(next);
          changed();
        }}
      />
    );
  }
  return (
    <section>
      <h2>Letters</h2>
      <Jobs
        approved={letters.length - unread.length}
        work={work}
        onChange={changed}
        // What is sent cannot be taken back.
        onSent={() => setLast(undefined)}
      />
      {lastMove}
      {queue.error === '' ? null : <Notice kind="problem">{queue.error}</Notice>}
      {queue.value !== undefined && letters.length === 0 ? (
        <Empty title="No letters wait">
          Those that are due are written at the next beat, or now with the button above.
        </Empty>
      ) : null}
      <ApproveAll
        sound={letters.filter(({ isSound }) => isSound)}
        drafted={letters.filter(({ status }) => status === 'drafted').length}
        onDone={(text, ids) => {
          setLast({ text, ids });
          changed();
        }}
      />
      <Lines letters={letters} onRead={open} />
      <Skipped letters={queue.value?.skipped ?? []} onRead={open} />
    </section>
  );
}

/** The next letter that waits for a person after this one, from the top again after the last. */
function after(unread: QueueLine[], id: string): string | undefined {
  const at = unread.findIndex((letter) => letter.id === id);
  const others = [...unread.slice(at + 1), ...unread.slice(0, Math.max(at, 0))];
  return others[0]?.id;
}

function placeOf(unread: QueueLine[], id: string): string {
  const at = unread.findIndex((letter) => letter.id === id);
  return at < 0 ? '' : `${at + 1} of ${unread.length} to read`;
}

/** `3 letters approved.`, and why others were not. */
function said({ moved, refused }: Moved, done: string): string {
  const [first] = refused;
  const left = first === undefined ? '' : ` ${refused.length} not: ${first.why}`;
  return `${many(moved, 'letter')} ${done}.${left}`;
}

interface JobsProps {
  approved: number;
  work: ReturnType<typeof useWork>;
  onChange: () => void;
  onSent: () => void;
}

/** The two jobs that a person may start here. */
function Jobs({ approved, work, onChange, onSent }: JobsProps) {
  const run = (act: () => Promise<JobReport>): void =>
    work.run(() =>
      act().then(({ done, problem }) => {
        onChange();
        return [done, problem].filter((part) => part !== '').join('. ');
      }),
    );
  return (
    <>
      <div class="row">
        <Button busy={work.busy} onClick={() => run(() => call({ do: 'writeNow' }))}>
          Write what is due
        </Button>
        <Button
          kind="main"
          busy={work.busy}
          disabled={approved === 0}
          onClick={() => run(() => call({ do: 'sendNow' }).then((report) => (onSent(), report)))}
        >
          {approved === 0 ? 'Send approved' : `Send ${approved} approved`}
        </Button>
      </div>
      {work.busy ? <LiveProgress /> : null}
      <Outcome work={work} />
    </>
  );
}

interface ApproveAllProps {
  sound: QueueLine[];
  /** How many wait, those that want reading among them. */
  drafted: number;
  onDone: (text: string, ids: string[]) => void;
}

/** Approves every draft that passed all checks at once, after a question. */
function ApproveAll({ sound, drafted, onDone }: ApproveAllProps) {
  const [isAsking, ask] = useState(false);
  const work = useWork();
  const count = sound.length;
  if (count < 2) return null;
  const rest = drafted - count;
  const left =
    rest === 0
      ? ''
      : ` ${many(rest, 'letter')} with a note ${rest === 1 ? 'stays' : 'stay'} for you to read.`;
  const approve = (): void => {
    const ids = sound.map(({ id }) => id);
    work.run(() =>
      call({ do: 'approve', letters: ids }).then((result) => {
        ask(false);
        onDone(`${said(result, 'approved')} They leave at the next beat.`, ids);
        return '';
      }),
    );
  };
  return (
    <>
      {isAsking ? (
        <Ask
          question={`Approve the ${count} letters that passed every check, without reading them?${left} They leave at the next beat, within ten minutes; until then you can take it back.`}
          yes={`Yes, approve all ${count}`}
          no="No, I read them"
          busy={work.busy}
          onYes={approve}
          onNo={() => ask(false)}
        />
      ) : (
        <Button kind="quiet" onClick={() => ask(true)}>
          Approve the {count} that passed every check …
        </Button>
      )}
      <Outcome work={work} />
    </>
  );
}

interface LinesProps {
  letters: QueueLine[];
  onRead: (id: string) => void;
}

function Lines({ letters, onRead }: LinesProps) {
  return (
    <ul class="list">
      {letters.map((letter) => (
        <Line key={letter.id} letter={letter} onRead={() => onRead(letter.id)} />
      ))}
    </ul>
  );
}

/** Letters of this quarter that were stopped, to read and put back. */
function Skipped({ letters, onRead }: LinesProps) {
  if (letters.length === 0) return null;
  return (
    <details>
      <summary>Skipped this quarter: {letters.length}</summary>
      <Lines letters={letters} onRead={onRead} />
    </details>
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
        <Evidence letter={letter} />
        {letter.channel === 'line' ? <span class="quiet">goes on LINE</span> : null}
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
