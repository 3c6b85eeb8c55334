import type { MappingView } from '../../src/panel/protocol';
import { Field } from '../parts';
import type { Questions } from './report-questions';

const KINDS = [
  { value: '', label: '' },
  { value: 'pending', label: 'Sales that may still fall through' },
  { value: 'approved', label: 'Earned, and not paid yet' },
  { value: 'paid', label: 'Paid out' },
];

/** How a report that nobody knows would be read, with the reasons; each of it can be put right. */
export function MappingQuestions({ preview, answers, onAnswer }: Questions) {
  const { mapping } = preview;
  if (mapping === null) return null;
  const settle = (said: Partial<NonNullable<typeof answers.mapping>>): void => {
    // What was agreed before is given up as a whole; of a proposal only what was said is settled.
    const { network, kind, columns } = mapping.isAgreed ? agreed(mapping) : NOTHING;
    const before = { network, kind, ...answers.mapping };
    const all = { ...columns, ...answers.mapping?.columns, ...said.columns };
    onAnswer({ ...answers, mapping: { ...present(before), ...said, columns: all } });
  };
  const tellsState = mapping.fields.some(({ role, column }) => role === 'status' && column !== '');
  const isOpen = ({ role, doubt }: MappingView['fields'][number]): boolean =>
    doubt !== '' || answers.mapping?.columns?.[role] !== undefined;
  const column = ({ role, title, column: named, why, doubt }: MappingView['fields'][number]) => (
    <Field
      key={role}
      label={title}
      value={named}
      onInput={(said) => settle({ columns: { [role]: said } })}
      choices={[
        { value: '', label: role === 'number' ? 'None: by day, amount and order' : '' },
        ...mapping.headers,
      ]}
      help={doubt === '' ? reason(named, why) : doubt}
    />
  );
  const fields = (
    <>
      <Field
        label="Who pays?"
        value={answers.mapping?.network ?? mapping.network}
        onInput={(network) => settle({ network })}
        placeholder="Impact, or the shop’s name"
      />
      {tellsState ? null : (
        <Field
          label="Its rows are"
          value={answers.mapping?.kind ?? mapping.kind}
          onInput={(kind) => settle({ kind: kind as 'pending' | 'approved' | 'paid' | '' })}
          choices={KINDS}
          help="No column tells it."
        />
      )}
      {mapping.fields.filter(isOpen).map(column)}
      <details>
        <summary>How the rest is read, and why</summary>
        {mapping.fields.filter((field) => !isOpen(field)).map(column)}
      </details>
    </>
  );
  if (mapping.isAgreed) {
    return (
      <details class="mapping">
        <summary>Read as you agreed before</summary>
        {fields}
      </details>
    );
  }
  return (
    <div class="mapping">
      <h3>Perennial does not know this report yet</h3>
      <p class="quiet">Is this how to read it? It will be remembered.</p>
      {fields}
    </div>
  );
}

type Settled = NonNullable<Questions['answers']['mapping']>;

const NOTHING: Settled = {};

function agreed({ network, kind, fields }: MappingView): Settled {
  const columns = Object.fromEntries(fields.map(({ role, column }) => [role, column]));
  return { network, kind: kind as NonNullable<Settled['kind']>, columns };
}

/** Without what is not there: the bridge to the script takes no such values. */
function present(settled: Settled): Settled {
  return Object.fromEntries(Object.entries(settled).filter(([, said]) => said !== undefined));
}

function reason(column: string, why: string): string {
  return column === '' ? `Left empty: ${why}.` : `Because ${why}.`;
}
