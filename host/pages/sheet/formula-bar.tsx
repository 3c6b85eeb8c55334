interface Properties {
  place: string;
  text: string;
  onText: (text: string) => void;
  onFocus: () => void;
  onDone: (text: string, down: number) => void;
  onCancel: () => void;
}

/** Where the current cell is, and its whole content, for reading and for editing. */
export function FormulaBar({ place, text, onText, onFocus, onDone, onCancel }: Properties) {
  return (
    <div class="formula-bar">
      <output class="place" aria-label="Current cell">
        {place}
      </output>
      <input
        type="text"
        aria-label="Content of the current cell"
        value={text}
        onFocus={onFocus}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onDone(event.currentTarget.value, 1);
          if (event.key === 'Escape') onCancel();
        }}
        onBlur={(event) => onDone(event.currentTarget.value, 0)}
      />
    </div>
  );
}
