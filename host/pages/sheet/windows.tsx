import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageEvent } from '../../shared/view';
import { post } from '../api';
import { listen } from '../live';
import { ScriptFrame } from '../parts/script-frame';
import { px } from './geometry';

type Of<Kind extends PageEvent['kind']> = Extract<PageEvent, { kind: Kind }>;

/** What scripts open over and beside the sheet: sidebar, dialogs, questions and toasts. */
export function Windows({ onEditorFocus }: { onEditorFocus: () => void }) {
  const [sidebar, setSidebar] = useState<Of<'sidebar'> | null>(null);
  const [dialog, setDialog] = useState<Of<'dialog'> | null>(null);
  const [questions, setQuestions] = useState<Of<'question'>[]>([]);
  const [toasts, setToasts] = useState<Of<'toast'>[]>([]);

  useEffect(
    () =>
      listen((event) => {
        if (event.kind === 'sidebar') setSidebar(event);
        else if (event.kind === 'dialog') setDialog(event);
        else if (event.kind === 'question') setQuestions((all) => [...all, event]);
        else if (event.kind === 'toast') {
          setToasts((all) => [...all, event]);
          const gone = (): void => setToasts((all) => all.filter((one) => one !== event));
          if (event.seconds > 0) setTimeout(gone, event.seconds * 1000);
        }
      }),
    [],
  );

  const [question] = questions;
  return (
    <>
      {sidebar && (
        <aside class="sidebar" aria-label={sidebar.title}>
          <Title text={sidebar.title} onClose={() => setSidebar(null)} />
          <ScriptFrame
            {...sidebar}
            onHost={(action) => {
              if (action === 'close') setSidebar(null);
              if (action === 'focus') onEditorFocus();
            }}
          />
        </aside>
      )}
      {dialog && <Dialog dialog={dialog} onClose={() => setDialog(null)} />}
      {question && (
        <Question
          key={question.id}
          question={question}
          onAnswer={(button, text) => {
            setQuestions((all) => all.slice(1));
            void post('/host/ui/answer', { id: question.id, button, text });
          }}
        />
      )}
      <div class="toasts" role="status">
        {toasts.map((toast) => (
          <div class="toast">
            <div>
              {toast.title && <strong>{toast.title}</strong>}
              {toast.message}
            </div>
            <CloseButton onClose={() => setToasts((all) => all.filter((one) => one !== toast))} />
          </div>
        ))}
      </div>
    </>
  );
}

function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="close" aria-label="Close" onClick={onClose}>
      ×
    </button>
  );
}

function Title({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <header class="window-title">
      <h2>{text}</h2>
      <CloseButton onClose={onClose} />
    </header>
  );
}

function Dialog({ dialog, onClose }: { dialog: Of<'dialog'>; onClose: () => void }) {
  const [size, setSize] = useState({ width: dialog.width, height: dialog.height });
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.modal) box.current?.showModal();
    else box.current?.show();
  }, [dialog.address]);
  return (
    <dialog ref={box} class="dialog" style={{ width: px(size.width) }} onClose={onClose}>
      <Title text={dialog.title} onClose={onClose} />
      <div class="dialog-frame" style={{ height: px(size.height) }}>
        <ScriptFrame
          {...dialog}
          onHost={(action, value) => {
            if (action === 'close') onClose();
            if (action === 'setHeight') setSize((last) => ({ ...last, height: Number(value) }));
            if (action === 'setWidth') setSize((last) => ({ ...last, width: Number(value) }));
          }}
        />
      </div>
    </dialog>
  );
}

const labels: Record<string, string> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

function Question(properties: {
  question: Of<'question'>;
  onAnswer: (button: string, text: string) => void;
}) {
  const { question, onAnswer } = properties;
  const [text, setText] = useState('');
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  const buttons = question.buttons.split('_');
  return (
    <dialog
      ref={box}
      class="dialog question"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer('CLOSE', text);
      }}
    >
      {question.title && <h2>{question.title}</h2>}
      <p>{question.prompt}</p>
      {question.asksText && (
        <input
          type="text"
          aria-label="Answer"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div class="buttons">
        {buttons.map((button, at) => (
          <button
            type="button"
            class={at === 0 ? 'primary' : undefined}
            onClick={() => onAnswer(button, text)}
          >
            {labels[button] ?? button}
          </button>
        ))}
      </div>
    </dialog>
  );
}
