import { useState } from 'preact/hooks';
import type { LetterView, Moved } from '../../src/panel/protocol';
import { call } from '../call';
import { Badge, Button, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** One letter as its client sees it: to edit, approve, skip or send to oneself. */
export function LetterPage({ id, onClose }: { id: string; onClose: () => void }) {
  const letter = useLoaded(() => call({ do: 'letter', letter: id }));
  const [isEditing, edit] = useState(false);
  if (letter.error !== '') {
    return (
      <>
        <Notice kind="problem">{letter.error}</Notice>
        <Button onClick={onClose}>Back</Button>
      </>
    );
  }
  if (letter.value === undefined) return <p class="quiet">Opening the letter…</p>;
  return (
    <section>
      <button type="button" class="back" onClick={onClose}>
        ← All letters
      </button>
      <h2>{letter.value.client}</h2>
      <p class="quiet">
        {letter.value.email} <Badge state={letter.value.status} />
      </p>
      {letter.value.problem === '' ? null : <Notice kind="plain">{letter.value.problem}</Notice>}
      {isEditing ? (
        <Editor
          letter={letter.value}
          onSaved={(saved) => {
            letter.set(saved);
            edit(false);
          }}
          onCancel={() => edit(false)}
        />
      ) : (
        <Reader letter={letter.value} onEdit={() => edit(true)} onMoved={onClose} />
      )}
    </section>
  );
}

interface ReaderProps {
  letter: LetterView;
  onEdit: () => void;
  onMoved: () => void;
}

function Reader({ letter, onEdit, onMoved }: ReaderProps) {
  const work = useWork();
  const { id, status } = letter;
  const moved = (result: Promise<Moved>): void =>
    work.run(() =>
      result.then(({ refused }) => {
        const [first] = refused;
        if (first !== undefined) throw new Error(first.why);
        onMoved();
        return '';
      }),
    );
  const test = (): void =>
    work.run(() =>
      call({ do: 'sendTest', letter: id }).then(({ to }) => `A test is on its way to ${to}.`),
    );
  return (
    <>
      <p class="subject-line">{letter.subject}</p>
      <iframe
        class="mail"
        title="The letter as the client sees it"
        sandbox=""
        srcdoc={letter.html}
      />
      <div class="row">
        {status === 'approved' ? null : (
          <Button
            kind="main"
            busy={work.busy}
            onClick={() => moved(call({ do: 'approve', letters: [id] }))}
          >
            Approve
          </Button>
        )}
        <Button busy={work.busy} onClick={onEdit}>
          Edit
        </Button>
        <Button busy={work.busy} onClick={test}>
          Send a test to me
        </Button>
        <Button
          kind="quiet"
          busy={work.busy}
          onClick={() => moved(call({ do: 'rewrite', letters: [id] }))}
        >
          Write it again
        </Button>
        <Button
          kind="quiet"
          busy={work.busy}
          onClick={() => moved(call({ do: 'skip', letters: [id] }))}
        >
          Skip
        </Button>
      </div>
      <Outcome work={work} />
      <details>
        <summary>What was measured, and why these products</summary>
        <pre>{letter.checks}</pre>
      </details>
      <details>
        <summary>As plain text</summary>
        <pre>{letter.text}</pre>
      </details>
    </>
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
