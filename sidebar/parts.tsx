import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { decode } from './decode';
import type { Work } from './work';

/** The small pieces that every page is made of. */

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  busy?: boolean;
  disabled?: boolean;
  kind?: 'main' | 'quiet';
}

export function Button({ children, onClick, busy = false, disabled = false, kind }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind ?? ''}`}
      disabled={busy || disabled}
      aria-busy={busy}
      onClick={onClick}
    >
      {busy ? 'Working…' : children}
    </button>
  );
}

/** Something to pick whose name is not what is sent. */
export interface Choice {
  value: string;
  label: string;
}

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: string;
  type?: 'text' | 'email' | 'url' | 'password' | 'date';
  choices?: readonly (string | Choice)[];
  rows?: number;
  placeholder?: string;
}

export function Field(props: FieldProps) {
  const { label, value, onInput, help, type = 'text', choices, rows, placeholder } = props;
  const id = useId();
  const common = {
    id,
    'aria-describedby': help === undefined ? undefined : `${id}-help`,
    onInput: (
      event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>,
    ) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {choices !== undefined ? (
        <select {...common} value={value}>
          {choices
            .map((choice) =>
              typeof choice === 'string' ? { value: choice, label: choice } : choice,
            )
            .map(({ value: said, label: shown }) => (
              <option key={said} value={said}>
                {shown === '' ? '—' : shown}
              </option>
            ))}
        </select>
      ) : rows !== undefined ? (
        <textarea {...common} rows={rows} value={value} placeholder={placeholder} />
      ) : (
        // Preact's types part inputs by kind; these kinds take the same attributes.
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
        <input {...common} type={type as 'text'} value={value} placeholder={placeholder ?? ''} />
      )}
      {help === undefined ? null : (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** What came of a button, below it: a problem's sentence, or what was done. */
export function Outcome({ work }: { work: Pick<Work, 'error' | 'done'> }) {
  if (work.error !== '') return <Notice kind="problem">{work.error}</Notice>;
  if (work.done !== '') return <Notice kind="good">{work.done}</Notice>;
  return null;
}

export function Notice({
  kind,
  children,
}: {
  kind: 'good' | 'problem' | 'plain';
  children: ComponentChildren;
}) {
  return (
    <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** A question before something that is not easily undone. */
export function Ask({
  question,
  yes,
  no,
  busy,
  onYes,
  onNo,
  children,
}: {
  question: string;
  yes: string;
  no: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
  children?: ComponentChildren;
}) {
  return (
    <div class="ask" role="group" aria-label={question}>
      <p>{question}</p>
      {children}
      <div class="row">
        <Button kind="main" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}

/** What was done, with the way back where there is one. */
export function Done({
  text,
  undo = '',
  busy,
  onUndo,
}: {
  text: string;
  undo?: string;
  busy: boolean;
  onUndo?: () => void;
}) {
  return (
    <Notice kind="good">
      {text}{' '}
      {onUndo === undefined ? null : (
        <button type="button" class="back" disabled={busy} onClick={onUndo}>
          {undo}
        </button>
      )}
    </Notice>
  );
}

/** Rows of a file that were not taken, each with the reason. */
export function Refused({ rows }: { rows: readonly { row: number; why: string }[] }) {
  return rows.map(({ row, why }) => (
    <Notice key={row} kind="problem">
      Row {row}: {why}
    </Notice>
  ));
}

/** What an empty list says: what is missing, and what to do about it. */
export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  );
}

export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{label}</span>
        <span>
          {done} of {of}
        </span>
      </div>
      <progress value={done} max={Math.max(of, 1)} aria-label={label} />
    </div>
  );
}

/** Text to take along: shown whole, copied by one button. */
export function Copyable({ label, text, help }: { label: string; text: string; help?: string }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    box.current?.select();
    // The sidebar's sandbox grants no clipboard permission; copying what is selected needs none.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    setCopied(document.execCommand('copy'));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} ref={box} rows={4} readOnly value={text} />
      <div class="row">
        <Button onClick={copy}>{isCopied ? 'Copied' : 'Copy'}</Button>
      </div>
      {help === undefined || help === '' ? null : <p class="help">{help}</p>}
    </div>
  );
}

/** A state as a small coloured word. */
export function Badge({ state }: { state: string }) {
  return <span class={`badge ${state.replace(/\s/g, '-')}`}>{state}</span>;
}

/** A box to drop a CSV file into. */
export function CsvDrop({
  label,
  onText,
}: {
  label: string;
  onText: (text: string, name: string) => void;
}) {
  return (
    <FileDrop
      label={label}
      accept=".csv,text/csv,text/plain"
      onFile={(file) => void file.arrayBuffer().then((bytes) => onText(decode(bytes), file.name))}
    />
  );
}

/** A box to drop a file into, or to choose one. */
export function FileDrop({
  label,
  accept,
  onFile,
}: {
  label: string;
  accept: string;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const take = (file: File | undefined): void => {
    if (file !== undefined) onFile(file);
  };
  return (
    <label
      class="drop"
      for={id}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files[0]);
      }}
    >
      <span>{label}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
