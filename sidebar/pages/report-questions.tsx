import type { ReportPreview } from '../../src/panel/protocol';
import { Field } from '../parts';
import type { Answers } from './report';

export interface Questions {
  preview: ReportPreview;
  answers: Answers;
  onAnswer: (answers: Answers) => void;
}

/** In which currency amounts are that name none: of all, or by programme where they differ. */
export function CurrencyQuestions({ preview, answers, onAnswer }: Questions) {
  if (!preview.asksCurrency) return null;
  const { currencies } = answers;
  return (
    <>
      <Field
        label={`In which currency does ${preview.mapping?.network === '' ? 'it' : preview.network} pay you?`}
        value={answers.currency ?? preview.currency}
        onInput={(currency) => onAnswer({ ...answers, currency })}
        placeholder="USD"
        help="The report does not say it. Three letters, such as USD; asked once."
      />
      {preview.programmes.length === 0 ? null : (
        <details class="programmes">
          <summary>Some of its programmes pay in another</summary>
          {preview.programmes.map(({ name, currency }) => (
            <Field
              key={name}
              label={name === '' ? 'Rows of no programme' : name}
              value={currencies?.[name] ?? (currency === preview.currency ? '' : currency)}
              onInput={(said) =>
                onAnswer({
                  ...answers,
                  currency: answers.currency ?? preview.currency,
                  currencies: { ...currencies, [name]: said },
                })
              }
              placeholder={preview.currency || 'USD'}
            />
          ))}
        </details>
      )}
    </>
  );
}

const AS_BEFORE = 'The report does not tell. This is what you said of the last one.';

/** How dates and amounts are to be read that may be read in two ways; the two readings side by side. */
export function ReadingQuestions({ preview, answers, onAnswer }: Questions) {
  const { asks, recalled } = preview;
  const dates = answers.dates ?? recalled.dates;
  const decimal = answers.decimal ?? recalled.decimal;
  const asksDates = asks.dates !== '' || dates !== '';
  const asksDecimal = asks.decimal !== '' || decimal !== '';
  return (
    <>
      {asksDates ? (
        <Field
          label={asks.dates === '' ? 'What comes first in dates?' : `What is ${asks.dates}?`}
          value={dates}
          onInput={(said) => onAnswer(without(answers, 'dates', said as 'dmy' | 'mdy' | ''))}
          choices={[
            { value: '', label: '' },
            { value: 'dmy', label: dateLabel(asks.dates, 'dmy') },
            { value: 'mdy', label: dateLabel(asks.dates, 'mdy') },
          ]}
          help={
            recalled.dates === ''
              ? 'Nothing in the report tells whether the day or the month comes first.'
              : AS_BEFORE
          }
        />
      ) : null}
      {asksDecimal ? (
        <Field
          label={
            asks.decimal === '' ? 'What stands before decimals?' : `How much is ${asks.decimal}?`
          }
          value={decimal}
          onInput={(said) => onAnswer(without(answers, 'decimal', said as '.' | ',' | ''))}
          choices={[
            { value: '', label: '' },
            { value: ',', label: amountLabel(asks.decimal, ',') },
            { value: '.', label: amountLabel(asks.decimal, '.') },
          ]}
          help={
            recalled.decimal === ''
              ? 'Nothing in the report tells its thousands from its decimals.'
              : AS_BEFORE
          }
        />
      ) : null}
    </>
  );
}

/** An answer set, or taken back where it is blank. */
function without<K extends 'dates' | 'decimal'>(
  answers: Answers,
  name: K,
  said: NonNullable<Answers[K]> | '',
): Answers {
  const others = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name));
  return said === '' ? others : { ...answers, [name]: said };
}

const MONTHS =
  'January February March April May June July August September October November December';

function dateLabel(date: string, order: 'dmy' | 'mdy'): string {
  const way = order === 'dmy' ? 'The day comes first' : 'The month comes first';
  const [first = '', second = '', year = ''] = date.split(/[^\d]+/);
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  const name = MONTHS.split(' ')[Number(month) - 1];
  return name === undefined ? way : `${Number(day)} ${name} ${year}`;
}

function amountLabel(amount: string, decimal: '.' | ','): string {
  const way = decimal === '.' ? 'A full stop' : 'A comma';
  if (amount === '') return way;
  const digits = amount.replace(/[^\d.,]/g, '');
  const isDecimal = digits.includes(decimal);
  const [whole = '', rest = ''] = digits.split(/[.,]/);
  return isDecimal ? `${whole} and ${rest} thousandths` : `${whole} thousand ${Number(rest)}`;
}
