import { useState } from 'preact/hooks';
import type { NetworkLine } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** Networks that can be asked by API, with their keys, which cannot be read back. */
export function Networks({ onDone }: { onDone: () => void }) {
  const list = useLoaded(() => call({ do: 'networks' }));
  const [chosen, setChosen] = useState('');
  const [keys, setKeys] = useState<Record<string, string>>({});
  const work = useWork();
  const all = list.value?.networks ?? [];
  const kept = all.filter(({ isKept }) => isKept);
  const line = all.find(({ network }) => network === chosen);
  const choose = (network: string): void => {
    setChosen(network);
    setKeys({});
  };
  const keep = ({ network }: NetworkLine): void =>
    work.run(() =>
      call({ do: 'connectNetwork', network, keys }).then((answer) => {
        list.set(answer);
        choose('');
        return `Kept. ${network} is asked within ten minutes; the key cannot be read back.`;
      }),
    );
  const forget = ({ network }: NetworkLine): void =>
    work.run(() =>
      call({ do: 'disconnectNetwork', network }).then((answer) => {
        list.set(answer);
        return `${network} is not asked any more. What it told stays.`;
      }),
    );
  const pull = (): void =>
    work.run(() =>
      call({ do: 'pullNow' }).then(({ done, problem }) => {
        list.reload();
        onDone();
        return [done, problem].filter((part) => part !== '').join(' ');
      }),
    );
  return (
    <section>
      <h2>Ask the networks</h2>
      <p class="quiet">With a key of yours, Perennial asks once a day what you earned.</p>
      {list.error === '' ? null : <Notice kind="problem">{list.error}</Notice>}
      {kept.map((network) => (
        <div key={network.network} class="claim">
          <p>
            <b>{network.network}</b> {network.state}
          </p>
          {network.problem === '' ? null : <Notice kind="problem">{network.problem}</Notice>}
          <Button kind="quiet" busy={work.busy} onClick={() => forget(network)}>
            Forget the key
          </Button>
        </div>
      ))}
      {kept.length === 0 ? null : (
        <Button busy={work.busy} onClick={pull}>
          Ask now
        </Button>
      )}
      <Field
        label="Network to ask"
        value={chosen}
        onInput={choose}
        choices={['', ...all.map(({ network }) => network)]}
      />
      {line?.fields.map(({ name, title, help }) => (
        <Field
          key={name}
          label={title}
          type="password"
          value={keys[name] ?? ''}
          onInput={(value: string) => setKeys({ ...keys, [name]: value })}
          help={help}
        />
      ))}
      {line === undefined ? null : (
        <Button kind="main" busy={work.busy} onClick={() => keep(line)}>
          Keep
        </Button>
      )}
      <Outcome work={work} />
    </section>
  );
}
