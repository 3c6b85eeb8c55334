import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LetterView, Moved } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Badge, Button, Field, Notice, Outcome } from '../parts';
import { Evidence } from './evidence';
import { useLoaded, useWork } from '../work';
import { LineLetter } from './line-letter';

interface LetterPageProps {
  id: string;
  /** Which of the letters to read it is, in words; blank where it is none of them. */
  place: string;
  /** What was done with the letter before. */
  above: ComponentChildren;
  onBack: () => void;
  onNext?: () => void;
  /** It was approved, skipped or put back; `ids` can be taken back. */
  onMoved: (text: string, ids: string[]) => void;
}

/** One letter as its client sees it: to edit, approve, skip or send to oneself. */
export function LetterPage({ id, place, above, onBack, onNext, onMoved }: LetterPageProps) {
  const letter = useLoaded(() => call({ do: 'letter', letter: id }));
  const [isEditing, edit] = useState(false);
  const [saved, setSaved] = useState('');
  if (letter.error !== '') {
    return (
      <>
        {above}
        <Notice kind="problem">{letter.error}</Notice>
        <Button onClick={onBack}>Back</Button>
      </>
    );
  }
  return (
    <section>
      <div class="line-top">
        <button type="button" class="back" onClick={onBack}>
          ← All letters
        </button>
        <span class="quiet">{place}</span>
        {onNext === undefined ? null : (
          <button type="button" class="back" onClick={onNext}>
            Next →
          </button>
        )}
      </div>
      {above}
      {letter.value === undefined ? (
        <p class="quiet">Opening the letter…</p>
      ) : (
        <>
          <h2>{letter.value.client}</h2>
          <p class="quiet">
            {letter.value.channel === 'line' ? 'on LINE' : letter.value.email}{' '}
            <Badge state={letter.value.status} />
          </p>
          {letter.value.problem === '' ? null : (
            <Notice kind="plain">{letter.value.problem}</Notice>
          )}
          {saved === '' || isEditing ? null : <Notice kind="good">{saved}</Notice>}
          {isEditing ? (
            <Editor
              letter={letter.value}
              onSaved={(now) => {
                setSaved(savedWords(letter.value?.status ?? ''));
                letter.set(now);
                edit(false);
              }}
              onCancel={() => edit(false)}
            />
          ) : (
            <Reader letter={letter.value} onEdit={() => edit(true)} onMoved={onMoved} />
          )}
        </>
      )}
    </section>
  );
}

function savedWords(before: string): string {
  return before === 'approved' ? 'Saved. It waits for your approval again.' : 'Saved.';
}

interface ReaderProps {
  letter: LetterView;
  onEdit: () => void;
  onMoved: LetterPageProps['onMoved'];
}

function Reader({ letter, onEdit, onMoved }: ReaderProps) {
  const work = useWork();
  const [isSkipping, setSkipping] = useState(false);
  const { id, status, client } = letter;
  const isOpen = status !== 'approved' && status !== 'skipped';
  const moved = (act: () => Promise<Moved>, text: string, canUndo: boolean): void =>
    work.run(() =>
      act().then(({ refused }) => {
        const [first] = refused;
        if (first !== undefined) throw new Error(first.why);
        onMoved(text, canUndo ? [id] : []);
        return '';
      }),
    );
  const approve = (): void =>
    moved(() => call({ do: 'approve', letters: [id] }), `Approved: ${client}.`, true);
  const skip = (why: string): void =>
    moved(
      () => call({ do: 'skip', letters: [id], why }),
      `Skipped: ${client}.`,
      status === 'drafted' || status === 'approved',
    );
  const takeBack = (): void =>
    moved(
      () => call({ do: 'takeBack', letters: [id] }),
      `${client}: the letter waits for your approval again.`,
      false,
    );
  const rewrite = (): void =>
    moved(
      () => call({ do: 'rewrite', letters: [id] }),
      `${client}: the letter is written again at the next beat, or with “Write what is due”.`,
      false,
    );
  const test = (): void =>
    work.run(() =>
      call({ do: 'sendTest', letter: id }).then(({ to }) => `A test is on its way to ${to}.`),
    );
  return (
    <>
      <p class="subject-line">{letter.subject}</p>
      <Forms letter={letter} />
      <Unmeasured numbers={letter.unmeasured} />
      <Evidence letter={letter} />
      <div class="actions">
        {isSkipping ? (
          <Skip busy={work.busy} onSkip={skip} onCancel={() => setSkipping(false)} />
        ) : (
          <div class="row">
            {isOpen ? (
              <Button kind="main" busy={work.busy} onClick={approve}>
                Approve
              </Button>
            ) : (
              <Button busy={work.busy} onClick={takeBack}>
                {status === 'approved' ? 'Take back approval' : 'Put it back'}
              </Button>
            )}
            {status === 'skipped' ? null : (
              <>
                <Button busy={work.busy} onClick={onEdit}>
                  Edit
                </Button>
                <Button kind="quiet" busy={work.busy} onClick={() => setSkipping(true)}>
                  Skip …
                </Button>
              </>
            )}
          </div>
        )}
        <Outcome work={work} />
      </div>
      <div class="row">
        <Button kind="quiet" busy={work.busy} onClick={test}>
          Send a test to me
        </Button>
        {status === 'approved' ? null : (
          <Button kind="quiet" busy={work.busy} onClick={rewrite}>
            Write it again
          </Button>
        )}
      </div>
      <details>
        <summary>What was measured, and why these products</summary>
        <pre>{letter.evidence}</pre>
      </details>
      <details>
        <summary>As plain text</summary>
        <pre>{letter.text}</pre>
      </details>
    </>
  );
}

/** The letter as it travels; and the other form beside it, where LINE is connected. */
function Forms({ letter }: { letter: LetterView }) {
  const [isOnLine, show] = useState(letter.channel === 'line');
  const { line, html } = letter;
  if (line.length === 0) return <Mail html={html} />;
  return (
    <>
      <div class="row forms" role="group" aria-label="Form of the letter">
        <button type="button" class="form" aria-pressed={isOnLine} onClick={() => show(true)}>
          On LINE
        </button>
        <button type="button" class="form" aria-pressed={!isOnLine} onClick={() => show(false)}>
          As a mail
        </button>
      </div>
      {isOnLine ? <LineLetter messages={line} /> : <Mail html={html} />}
    </>
  );
}

/** The mail at its full length, so that only the sidebar scrolls. No script in it ever runs. */
function Mail({ html }: { html: string }) {
  return (
    <iframe
      class="mail"
      title="The letter as the client sees it"
      sandbox="allow-same-origin"
      srcdoc={html}
      onLoad={({ currentTarget: frame }) => {
        const height = frame.contentDocument?.documentElement.scrollHeight ?? 0;
        if (height > 0) frame.style.height = `${height + 2}px`;
      }}
    />
  );
}

/** Numbers that a person put in, who answers for them. */
function Unmeasured({ numbers }: { numbers: string[] }) {
  if (numbers.length === 0) return null;
  return (
    <Notice kind="plain">
      Not measured, and noted nowhere in your tabs: {numbers.join(', ')}. Approve the letter only
      where you know {numbers.length === 1 ? 'it' : 'them'} to be true.
    </Notice>
  );
}

interface SkipProps {
  busy: boolean;
  onSkip: (why: string) => void;
  onCancel: () => void;
}

/** Asks why, for the Letters tab; the answer may stay empty. */
function Skip({ busy, onSkip, onCancel }: SkipProps) {
  const [why, setWhy] = useState('');
  return (
    <Ask
      question="Skip this letter? The client gets none for this quarter."
      yes="Skip it"
      no="Keep it"
      busy={busy}
      onYes={() => onSkip(why)}
      onNo={onCancel}
    >
      <Field label="Why (for your own records)" value={why} onInput={setWhy} />
    </Ask>
  );
}

interface EditorProps {
  letter: LetterView;
  onSaved: (letter: LetterView) => void;
  onCancel: () => void;
}

function Editor({ letter, onSaved, onCancel }: EditorProps) {
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  const work = useWork();
  const save = (): void =>
    work.run(() =>
      call({ do: 'saveLetter', letter: letter.id, subject, body }).then(
        (saved) => (onSaved(saved), ''),
      ),
    );
  return (
    <>
      {letter.status === 'approved' ? (
        <Notice kind="plain">Saving takes the approval back: you approve the new words.</Notice>
      ) : null}
      <Field label="Subject" value={subject} onInput={setSubject} />
      <Field
        label="Letter"
        rows={18}
        value={body}
        onInput={setBody}
        help="Leave the lines in [[ ]] as they are: the links go there."
      />
      <div class="row">
        <Button kind="main" busy={work.busy} onClick={save}>
          Save
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <Outcome work={work} />
    </>
  );
}
