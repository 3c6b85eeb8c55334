import { useState } from 'preact/hooks';
import { isText } from '../../src/core/text';
import { many } from '../../src/core/words/count';
import type { ClientLine, ClientsPreview, Home } from '../../src/panel/protocol';
import { call } from '../call';
import { Badge, Button, CsvDrop, Empty, Field, Notice, Outcome, Refused } from '../parts';
import { OneClient } from './one-client';
import { type Loaded, useLoaded, useWork } from '../work';

/** Clients in from a list, and how each of them agreed. */
export function ClientsPage({ home }: { home: Loaded<Home> }) {
  const open = useLoaded(() => call({ do: 'withoutConsent' }));
  const changed = (): void => {
    open.reload();
    home.reload();
  };
  return (
    <>
      <Import onDone={changed} />
      <section>
        <h2>Without consent</h2>
        {open.error === '' ? null : <Notice kind="problem">{open.error}</Notice>}
        {open.value === undefined ? (
          <p class="quiet">Reading the Clients tab…</p>
        ) : open.value.clients.length === 0 ? (
          <Empty title="Nobody is waiting">
            {home.value?.clients.all === 0
              ? 'There are no clients yet. Bring in a list above.'
              : 'Each client’s consent is noted.'}
          </Empty>
        ) : (
          <ConsentForm clients={open.value.clients} onDone={changed} />
        )}
      </section>
      <OneClient onDone={changed} />
    </>
  );
}

function Import({ onDone }: { onDone: () => void }) {
  const [csv, setCsv] = useState('');
  const [preview, setPreview] = useState<ClientsPreview>();
  const work = useWork();
  const look = (text: string): void => {
    setCsv(isText(text) ? text : '');
    setPreview(undefined);
    if (text.trim() === '') return;
    work.run(() =>
      call({ do: 'importClients', csv: text }).then((found) => (setPreview(found), '')),
    );
  };
  const commit = (): void =>
    work.run(() =>
      call({ do: 'importClients', csv, commit: true }).then(({ added, changed }) => {
        setCsv('');
        setPreview(undefined);
        onDone();
        const parts = [
          added > 0 ? `${many(added, 'client')} added` : '',
          changed > 0 ? `${many(changed, 'client')} changed` : '',
          preview?.refused.length ? `${many(preview.refused.length, 'row')} refused` : '',
        ].filter((part) => part !== '');
        return `${parts.join(', ')}.`;
      }),
    );
  return (
    <section>
      <h2>Bring in clients</h2>
      <p class="quiet">
        A CSV file whose first line names its columns: Email, and what you have of Name, Company,
        Website, Industry, Past work, Needs, Stage, Language, Since, Notes. For clients who agreed:
        Consent (yes or service only) with Consent basis and Consent date.
      </p>
      <CsvDrop label="Drop a CSV file here, or choose one" onText={look} />
      <Field label="or paste it" rows={3} value={csv} onInput={look} />
      {preview === undefined ? null : <Preview preview={preview} />}
      {preview === undefined ? null : (
        <Button
          kind="main"
          busy={work.busy}
          disabled={preview.added + preview.changed === 0}
          onClick={commit}
        >
          {takes(preview)}
        </Button>
      )}
      <Outcome work={work} />
    </section>
  );
}

/** What the button will do, such as `Add 3 clients, change 1`. */
function takes({ added, changed }: ClientsPreview): string {
  if (added + changed === 0) return 'Nothing to take';
  if (added === 0) return `Change ${many(changed, 'client')}`;
  return `Add ${many(added, 'client')}${changed === 0 ? '' : `, change ${changed}`}`;
}

const SHOWN = 20;

function Preview({ preview }: { preview: ClientsPreview }) {
  const { added, changed, unchanged, refused, rows, withoutConsent, unsubscribed } = preview;
  return (
    <div class="preview">
      <p>
        <b>{added}</b> new · <b>{changed}</b> changed · <b>{unchanged}</b> as they were ·{' '}
        <b>{refused.length}</b> refused
      </p>
      <ul class="list">
        {rows.slice(0, SHOWN).map(({ what, name, email, detail }) => (
          <li key={email}>
            <Badge state={what} /> <b>{name}</b> <span class="quiet">{email}</span>
            {detail === '' ? null : <span class="quiet"> · {detail}</span>}
          </li>
        ))}
        {rows.length > SHOWN ? <li class="quiet">and {rows.length - SHOWN} more</li> : null}
      </ul>
      <Refused rows={refused} />
      {withoutConsent.length === 0 ? null : (
        <Notice kind="plain">
          {withoutConsent.length === 1
            ? '1 of them comes without consent. Nothing is sent to that one until you say below how they agreed.'
            : `${withoutConsent.length} of them come without consent. Nothing is sent to them until you say below how they agreed.`}
        </Notice>
      )}
      {unsubscribed.length === 0 ? null : (
        <Notice kind="plain">
          {unsubscribed.length} of them unsubscribed before, whatever the file says, and stay so:{' '}
          {unsubscribed
            .slice(0, SHOWN)
            .map(({ name, email }) => name || email)
            .join(', ')}
          .
        </Notice>
      )}
    </div>
  );
}

function ConsentForm({ clients, onDone }: { clients: ClientLine[]; onDone: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [consent, setConsent] = useState('yes');
  const [basis, setBasis] = useState('');
  const [date, setDate] = useState('');
  const work = useWork();
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const isAll = chosen.size === clients.length;
  const save = (): void =>
    work.run(() =>
      call({
        do: 'setConsent',
        clients: [...chosen],
        consent: consent === 'yes' ? 'yes' : 'service only',
        basis,
        date,
      }).then(({ changed, refused }) => {
        setChosen(new Set());
        onDone();
        const left = refused.map(({ client, why }) => `${client}: ${why}.`);
        return [`Noted for ${many(changed, 'client')}.`, ...left].join(' ');
      }),
    );
  return (
    <>
      <p class="quiet">Nothing is sent to these clients. Choose those whose consent you have.</p>
      <label class="check">
        <input
          type="checkbox"
          checked={isAll}
          onChange={() => setChosen(new Set(isAll ? [] : clients.map(({ id }) => id)))}
        />
        <b>All {clients.length}</b>
      </label>
      <ul class="list scroll">
        {clients.map(({ id, name, email, company }) => (
          <li key={id}>
            <label class="check">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>
                {name || email} <span class="quiet">{company}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Field
        label="They agreed to"
        value={consent}
        onInput={setConsent}
        choices={['yes', 'service only']}
        help="yes: letters with recommendations. service only: the report without them."
      />
      <Field
        label="How"
        value={basis}
        onInput={setBasis}
        placeholder="contract 2025, clause 8"
        help="Stands in the letter, so that they know why they get it."
      />
      <Field label="When" type="date" value={date} onInput={setDate} />
      <Button kind="main" busy={work.busy} disabled={chosen.size === 0} onClick={save}>
        {chosen.size === 0 ? 'Choose clients first' : `Note it for ${many(chosen.size, 'client')}`}
      </Button>
      <Outcome work={work} />
    </>
  );
}
