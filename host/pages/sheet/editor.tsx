import { useEffect, useRef, useState } from 'preact/hooks';

export interface EditorProperties {
  text: string;
  onText: (text: string) => void;
  /** Keeps the text and moves on: so many rows down and columns right. */
  onDone: (text: string, move: [down: number, right: number]) => void;
  onCancel: () => void;
}

/** The field in which a cell is edited, with its choices where the cell has some. */
export function Editor(properties: EditorProperties & { choices: string[] }) {
  const { text, onText, onDone, onCancel, choices } = properties;
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = '0';
    current.style.height = `${current.scrollHeight}px`;
  }, [text]);

  const offered = typed
    ? choices.filter((choice) => choice.toLowerCase().includes(text.toLowerCase()))
    : choices;
  const pressed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.altKey) onDone(text, [event.shiftKey ? -1 : 1, 0]);
    else if (event.key === 'Tab') onDone(text, [0, event.shiftKey ? -1 : 1]);
    else return;
    event.preventDefault();
  };
  return (
    <div class="editor">
      <textarea
        ref={field}
        value={text}
        rows={1}
        aria-label="Cell"
        onInput={(event) => {
          setTyped(true);
          onText(event.currentTarget.value);
        }}
        onKeyDown={pressed}
        onBlur={() => onDone(text, [0, 0])}
      />
      {offered.length > 0 && (
        <div class="choices" role="listbox">
          {offered.map((choice) => (
            <button
              type="button"
              role="option"
              aria-selected={choice === text}
              onMouseDown={(event) => {
                event.preventDefault();
                onDone(choice, [0, 0]);
              }}
            >
              {choice}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
