import { useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { StepLine } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Button, Copyable, Done, Outcome } from '../parts';
import { useWork, type Work } from '../work';

/** What the figures propose to do, each with a button that does it. */
export function Steps({ steps, onDone }: { steps: StepLine[]; onDone: () => void }) {
  const [taken, setTaken] = useState<{ step: StepLine; said: string }>();
  const work = useWork();
  const take = (step: StepLine): void =>
    work.run(() =>
      call({ do: 'takeStep', step: step.id }).then(({ done }) => {
        setTaken({ step, said: done });
        onDone();
        return '';
      }),
    );
  const undo = (): void =>
    work.run(() =>
      call({ do: 'undoPause', step: taken?.step.id ?? '' }).then(({ done }) => {
        setTaken(undefined);
        onDone();
        return done;
      }),
    );
  if (steps.length === 0 && taken === undefined) return null;
  return (
    <section>
      <h2>What to do next</h2>
      {taken === undefined ? null : (
        <Done
          text={taken.said}
          {...(taken.step.act === 'pause' ? { undo: 'Take it back', onUndo: undo } : {})}
          busy={work.busy}
        />
      )}
      {steps.length === 0 ? <p class="quiet">Nothing else for now.</p> : null}
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.id}>
            <p>{step.sentence}</p>
            <Way step={step} work={work} onTake={() => take(step)} />
          </li>
        ))}
      </ol>
      <Outcome work={work} />
    </section>
  );
}

/** The button of a step; what it would do is asked about or shown first. */
function Way({ step, work, onTake }: { step: StepLine; work: Work; onTake: () => void }) {
  const [isOpen, open] = useState(false);
  if (!isOpen) {
    return (
      <Button disabled={work.busy} onClick={() => open(true)}>
        {LABELS[step.act](step)}
      </Button>
    );
  }
  if (step.act === 'ask') {
    return (
      <>
        <Copyable
          label={`A mail to ${step.network}`}
          text={step.words}
          help="Send it yourself, to the address or form where they answer partners."
        />
        <div class="row">
          <Button kind="main" busy={work.busy} onClick={onTake}>
            I have asked
          </Button>
          <Button kind="quiet" disabled={work.busy} onClick={() => open(false)}>
            Later
          </Button>
        </div>
      </>
    );
  }
  return (
    <Ask
      question={QUESTIONS[step.act](step)}
      yes={LABELS[step.act](step)}
      no="No"
      busy={work.busy}
      onYes={onTake}
      onNo={() => open(false)}
    />
  );
}

const LABELS: Record<StepLine['act'], (step: StepLine) => string> = {
  pause: () => 'Pause this product',
  ask: ({ network }) => `Ask ${network}`,
  write: ({ clients }) =>
    clients === 1 ? 'Write to this client' : `Write to these ${clients} clients`,
};

const QUESTIONS: Record<'pause' | 'write', (step: StepLine) => string> = {
  pause: () => 'It will not be recommended any more, and its links rest until you take it back.',
  write: ({ clients }) =>
    `This quarter’s ${clients === 1 ? 'letter is' : `${many(clients, 'letter')} are`} queued to be written. Consent, limits and your approval hold as for any letter.`,
};
