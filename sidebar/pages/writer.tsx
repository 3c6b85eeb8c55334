import { useState } from 'preact/hooks';
import type { Home } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Field, Outcome } from '../parts';
import { useWork } from '../work';
import { Secret } from './secret';
import { Taste } from './taste';

/** Who writes the drafts, as people call them. */
const WRITERS = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  chat: 'A server that speaks Chat Completions',
  plain: 'No AI: fixed words and what was measured',
} as const;
type Writer = keyof typeof WRITERS;

interface WriterProps {
  home: Home;
  reload: () => void;
}

/** Who writes the drafts, with its key, and how letters should sound. */
export function WriterSettings({ home, reload }: WriterProps) {
  const writer = (home.settings.writer ?? 'openai') as Writer;
  const isKept = writer === 'anthropic' ? home.hasAnthropicKey : home.hasOpenAiKey;
  return (
    <>
      <Choice home={home} reload={reload} />
      {writer === 'plain' ? null : (
        <Secret
          key={writer}
          title={writer === 'chat' ? 'The server’s key' : `${WRITERS[writer]} key`}
          name={writer === 'anthropic' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY'}
          isKept={isKept}
          kept="A key is kept. Letters are drafted by the model above."
          missing="Optional. Without one, letters are made of fixed words and what was measured."
          placeholder={writer === 'anthropic' ? 'sk-ant-…' : 'sk-…'}
          reload={reload}
        />
      )}
      <Wishes home={home} reload={reload} />
      <Taste />
    </>
  );
}

function Choice({ home, reload }: WriterProps) {
  const { settings } = home;
  const [form, setForm] = useState({
    writer: settings.writer ?? 'openai',
    model: settings.model ?? '',
    modelAddress: settings.modelAddress ?? '',
  });
  const work = useWork();
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const save = (): void =>
    work.run(() => call({ do: 'saveSettings', settings: form }).then(() => (reload(), 'Saved.')));
  const isPlain = form.writer === 'plain';
  return (
    <section>
      <h2>Who writes the drafts</h2>
      <Field
        label="Writer"
        value={form.writer}
        choices={Object.entries(WRITERS).map(([value, label]) => ({ value, label }))}
        onInput={set('writer')}
      />
      {isPlain ? null : (
        <Field
          label="Model"
          value={form.model}
          onInput={set('model')}
          help="As the service names it; its price list says what it costs."
        />
      )}
      {form.writer === 'chat' ? (
        <Field
          label="Model address"
          type="url"
          value={form.modelAddress}
          onInput={set('modelAddress')}
          placeholder="https://models.example/v1"
        />
      ) : null}
      <Button kind="main" busy={work.busy} onClick={save}>
        Use this writer
      </Button>
      <Outcome work={work} />
    </section>
  );
}

/** What the freelancer wishes of every letter, and what its writing may cost. */
const WISHES = {
  tone: { label: 'Tone', help: 'Such as “warm and plain”.' },
  signature: { label: 'Signature', help: 'Ends each letter in place of your name.' },
  houseRules: {
    label: 'House rules',
    help: 'What the writer should do or leave out. The checks hold all the same.',
  },
  priceIn: { label: 'Price per million tokens in, USD', help: 'Empty: costs are not known.' },
  priceOut: { label: 'Price per million tokens out, USD', help: '' },
  monthlyBudget: {
    label: 'AI budget a month',
    help: 'Such as 5 USD or 2000000 tokens; then letters go on without AI.',
  },
} as const;
type Wish = keyof typeof WISHES;
const LONG: readonly Wish[] = ['signature', 'houseRules'];

function Wishes({ home, reload }: WriterProps) {
  const names = Object.keys(WISHES) as Wish[];
  const [form, setForm] = useState(
    () =>
      Object.fromEntries(names.map((name) => [name, home.settings[name] ?? ''])) as Record<
        Wish,
        string
      >,
  );
  const work = useWork();
  const save = (): void =>
    work.run(() => call({ do: 'saveSettings', settings: form }).then(() => (reload(), 'Saved.')));
  return (
    <section>
      <h2>How letters sound, and what they cost</h2>
      {names.map((name) => (
        <Field
          key={name}
          label={WISHES[name].label}
          help={WISHES[name].help}
          value={form[name]}
          {...(LONG.includes(name) ? { rows: 3 } : {})}
          onInput={(value) => setForm({ ...form, [name]: value })}
        />
      ))}
      <Button kind="main" busy={work.busy} onClick={save}>
        Save these
      </Button>
      <Outcome work={work} />
    </section>
  );
}
