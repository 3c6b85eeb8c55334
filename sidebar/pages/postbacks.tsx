import { useState } from 'preact/hooks';
import type { PanelAnswers } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Copyable, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** Addresses that networks call when a sale happens. */
export function Postbacks() {
  const loaded = useLoaded(() => call({ do: 'postbacks' }));
  const [made, setMade] = useState<PanelAnswers['postbacks']>();
  const [network, setNetwork] = useState('');
  const work = useWork();
  const list = made ?? loaded.value;
  const add = (): void =>
    work.run(() =>
      call({ do: 'addPostback', network }).then((answer) => {
        setMade(answer);
        return 'Paste the address at the network, under postbacks or notifications.';
      }),
    );
  return (
    <section>
      <h2>Sales as they happen</h2>
      <p class="quiet">
        A network that can call an address tells of a sale at once. It stays pending until a report
        confirms it.
      </p>
      {loaded.error === '' ? null : <Notice kind="problem">{loaded.error}</Notice>}
      {list?.addresses.map(({ network: name, address, hint }) => (
        <Copyable key={name} label={name} text={address} help={hint} />
      ))}
      <Field
        label="Network"
        value={network}
        onInput={setNetwork}
        choices={['', ...(list?.networks ?? [])]}
      />
      <Button busy={work.busy} disabled={network === ''} onClick={add}>
        Make its address
      </Button>
      <Outcome work={work} />
    </section>
  );
}
