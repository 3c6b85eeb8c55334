import { useState } from 'preact/hooks';
import { call } from '../call';
import { Ask, Button, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** What a client may ask for by law: all that is held about them, and to be forgotten. */
export function OneClient({ onDone }: { onDone: () => void }) {
  const all = useLoaded(() => call({ do: 'clients' }));
  const [id, setId] = useState('');
  const [isAsking, ask] = useState(false);
  const work = useWork();
  const known = (all.value?.clients ?? []).filter(({ name, email }) => name !== '' || email !== '');
  const chosen = known.find((client) => client.id === id);
  const called = chosen === undefined ? '' : chosen.name || chosen.email;
  const forget = (): void =>
    work.run(() =>
      call({ do: 'forgetClient', client: id }).then(({ left }) => {
        ask(false);
        setId('');
        all.reload();
        onDone();
        return left;
      }),
    );
  const download = (): void =>
    work.run(() =>
      call({ do: 'exportClient', client: id }).then(({ name, json }) => {
        save(name, json);
        return `Saved as ${name}.`;
      }),
    );
  return (
    <section>
      <h2>One client’s data</h2>
      <p class="quiet">When a client asks what you hold about them, or to be forgotten.</p>
      {all.error === '' ? null : <Notice kind="problem">{all.error}</Notice>}
      <Field
        label="Client"
        value={id}
        onInput={(value) => {
          setId(value);
          ask(false);
        }}
        choices={[
          { value: '', label: 'Choose …' },
          ...known.map((client) => ({
            value: client.id,
            label: [client.name, client.email].filter((part) => part !== '').join(' · '),
          })),
        ]}
      />
      {chosen === undefined ? null : isAsking ? (
        <Ask
          question={`Forget ${called}? Name, address, notes, letters and findings are emptied and cannot be brought back. Sums stay, and so does that nothing is sent to them.`}
          yes="Forget for good"
          no="Keep"
          busy={work.busy}
          onYes={forget}
          onNo={() => ask(false)}
        />
      ) : (
        <div class="row">
          <Button busy={work.busy} onClick={download}>
            Download all that is held
          </Button>
          <Button kind="quiet" disabled={work.busy} onClick={() => ask(true)}>
            Forget this client
          </Button>
        </div>
      )}
      <Outcome work={work} />
    </section>
  );
}

/** Hands the browser a file that was made here. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
