import { useEffect, useState } from 'preact/hooks';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { call } from '../call';
import { Badge, Button, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

type Connect = Extract<PanelCall, { do: 'connectList' }>;
type Columns = PanelAnswers['listColumns'];
type Back = NonNullable<Connect['back']>;

const HOURS = [
  { value: '1', label: 'every hour' },
  { value: '6', label: 'every 6 hours' },
  { value: '24', label: 'every day' },
  { value: '168', label: 'every week' },
] as const;
const SHARES: { share: Back[number]['share']; label: string }[] = [
  { share: 'stage', label: 'Stage' },
  { share: 'lastLetter', label: 'Last letter' },
  { share: 'taps', label: 'Taps' },
  { share: 'earned', label: 'Earned' },
];

/** Which list to pull, which of its columns is which of ours, and what goes back into it. */
export function ListSetUp({ list, onDone }: { list: Connect['list']; onDone: () => void }) {
  const loaded = useLoaded(() => call({ do: 'listPlaces', list }));
  const [place, setPlace] = useState('');
  const { places = [], kept } = loaded.value ?? {};
  const chosen = places.find(({ id }) => id === (place || kept?.place.id));
  if (loaded.error !== '') return <Notice kind="problem">{loaded.error}</Notice>;
  if (loaded.value === undefined) return <p class="quiet">Asking for your lists…</p>;
  if (places.length === 0) {
    return <Notice kind="plain">The token shows no list. Give it one there, and come back.</Notice>;
  }
  return (
    <>
      <Field
        label="List"
        value={chosen?.id ?? ''}
        onInput={setPlace}
        choices={[
          { value: '', label: '' },
          ...places.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {chosen === undefined ? null : (
        <ColumnsForm
          key={chosen.id}
          list={list}
          place={chosen}
          kept={kept?.place.id === chosen.id ? kept : undefined}
          onDone={onDone}
        />
      )}
    </>
  );
}

interface FormProps {
  list: Connect['list'];
  place: Connect['place'];
  kept: PanelAnswers['listPlaces']['kept'];
  onDone: () => void;
}

function ColumnsForm({ list, place, kept, onDone }: FormProps) {
  const loaded = useLoaded(() => call({ do: 'listColumns', list, place: place.id }));
  const [matching, setMatching] = useState<Connect['matching'] | undefined>(kept?.matching);
  const [back, setBack] = useState<Back>(kept?.back ?? []);
  const [hours, setHours] = useState('24');
  const [preview, setPreview] = useState<PanelAnswers['previewList']>();
  const work = useWork();
  const columns = loaded.value;
  useEffect(() => {
    if (columns !== undefined) setMatching((before) => before ?? columns.guess);
  }, [columns]);
  if (loaded.error !== '') return <Notice kind="problem">{loaded.error}</Notice>;
  if (columns === undefined || matching === undefined) {
    return <p class="quiet">Asking for its columns…</p>;
  }
  const asked = { list, place, matching, back };
  const look = (): void =>
    work.run(() => call({ do: 'previewList', ...asked }).then((found) => (setPreview(found), '')));
  const connect = (): void =>
    work.run(() =>
      call({ do: 'connectList', ...asked, hours: hoursOf(hours) }).then(() => (onDone(), '')),
    );
  return (
    <>
      <Matching
        columns={columns}
        matching={matching}
        onChange={(next) => {
          setMatching(next);
          setPreview(undefined);
        }}
      />
      <WriteBack
        columns={columns}
        back={back}
        onChange={(next) => {
          setBack(next);
          setPreview(undefined);
        }}
      />
      <Field label="Pull it" value={hours} onInput={setHours} choices={HOURS} />
      {preview === undefined ? null : <Preview preview={preview} />}
      {preview === undefined ? (
        <Button kind="main" busy={work.busy} onClick={look}>
          Look at the first ten
        </Button>
      ) : (
        <Button kind="main" busy={work.busy} onClick={connect}>
          Connect
        </Button>
      )}
      <Outcome work={work} />
    </>
  );
}

function Matching({
  columns,
  matching,
  onChange,
}: {
  columns: Columns;
  matching: Connect['matching'];
  onChange: (matching: Connect['matching']) => void;
}) {
  const choices = choicesOf(columns.fields.filter(({ isReadable }) => isReadable));
  return (
    <>
      <h3>What fills your columns</h3>
      {columns.ours.map(({ name, title }) => (
        <Field
          key={name}
          label={title}
          value={matching[name] ?? ''}
          choices={choices}
          onInput={(id) => {
            const others = Object.entries(matching).filter(([one]) => one !== name);
            onChange(Object.fromEntries(id === '' ? others : [...others, [name, id]]));
          }}
          {...(name === 'consent'
            ? {
                help: 'Only if that column says that they agreed to your letters, and the next two how and when.',
              }
            : {})}
        />
      ))}
    </>
  );
}

function WriteBack({
  columns,
  back,
  onChange,
}: {
  columns: Columns;
  back: Back;
  onChange: (back: Back) => void;
}) {
  const writable = columns.fields.filter(({ isWritable }) => isWritable);
  return (
    <>
      <h3>What goes back into the list</h3>
      <p class="quiet">Nothing, unless you name a column for it. Nothing else there is touched.</p>
      {SHARES.map(({ share, label }) => (
        <Field
          key={share}
          label={label}
          value={back.find((one) => one.share === share)?.field ?? ''}
          choices={choicesOf(writable)}
          onInput={(field) => {
            const others = back.filter((one) => one.share !== share);
            const type = writable.find(({ id }) => id === field)?.type ?? '';
            onChange(field === '' ? others : [...others, { share, field, type }]);
          }}
        />
      ))}
    </>
  );
}

function Preview({ preview }: { preview: PanelAnswers['previewList'] }) {
  const { rows, unchanged, withoutAddress, refused } = preview;
  return (
    <div class="preview">
      <p>
        Of the first ten: <b>{rows.length}</b> would be added or changed · <b>{unchanged}</b> as
        they are · <b>{withoutAddress}</b> without a mail address
      </p>
      <ul class="list">
        {rows.map(({ what, name, email, detail }) => (
          <li key={email}>
            <Badge state={what} /> <b>{name}</b> <span class="quiet">{email}</span>
            {detail === '' ? null : <span class="quiet"> · {detail}</span>}
          </li>
        ))}
      </ul>
      {refused.map(({ who, why }) => (
        <Notice key={who + why} kind="problem">
          {who}: {why}
        </Notice>
      ))}
    </div>
  );
}

function choicesOf(fields: Columns['fields']): { value: string; label: string }[] {
  return [{ value: '', label: '' }, ...fields.map(({ id, name }) => ({ value: id, label: name }))];
}

function hoursOf(said: string): Connect['hours'] {
  const found = ([1, 6, 24, 168] as const).find((hours) => String(hours) === said);
  return found ?? 24;
}
