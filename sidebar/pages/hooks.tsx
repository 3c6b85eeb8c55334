import { useState } from 'preact/hooks';
import { call } from '../call';
import { Ask, Button, Copyable, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** The senders that may ask for something, and a form for one more. */
export function Hooks({ reload }: { reload: () => void }) {
  const loaded = useLoaded(() => call({ do: 'hooks' }));
  const [address, setAddress] = useState('');
  const [sender, setSender] = useState('');
  const [leaving, setLeaving] = useState('');
  const work = useWork();
  const refresh = (): void => {
    loaded.reload();
    reload();
  };
  const add = (): void =>
    work.run(() =>
      call({ do: 'addHook', sender }).then((made) => {
        setAddress(made.address);
        setSender('');
        refresh();
        return 'Made. Paste the address above where the sender asks for a URL.';
      }),
    );
  const revoke = (): void =>
    work.run(() =>
      call({ do: 'removeHook', sender: leaving }).then(() => {
        setAddress('');
        setLeaving('');
        refresh();
        return 'Revoked. What still comes from there is not looked at.';
      }),
    );
  return (
    <>
      {loaded.error === '' ? null : <Notice kind="problem">{loaded.error}</Notice>}
      {address === '' ? null : (
        <Copyable
          label="Its address"
          text={address}
          help={`Shown this once; whoever knows it may ask for things. POST JSON there; “do” is one of ${loaded.value?.deeds.join(', ') ?? ''}.`}
        />
      )}
      {loaded.value?.senders.map((name) => (
        <div key={name} class="row">
          <span class="address">{name}</span>
          <Button kind="quiet" disabled={work.busy} onClick={() => setLeaving(name)}>
            Revoke
          </Button>
        </div>
      ))}
      {leaving === '' ? null : (
        <Ask
          question={`Revoke the address of ${leaving}?`}
          yes="Revoke it"
          no="Keep it"
          busy={work.busy}
          onYes={revoke}
          onNo={() => setLeaving('')}
        />
      )}
      <Field
        label="Sender’s name"
        value={sender}
        onInput={setSender}
        placeholder="Make, new clients"
        help="As you will know it again. One for each automation, so that one alone can be revoked."
      />
      <Button busy={work.busy} disabled={sender.trim() === ''} onClick={add}>
        Make its address
      </Button>
      <Outcome work={work} />
    </>
  );
}
