import { useState } from 'preact/hooks';
import type { WebhookLine } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Button, Copyable, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** The receivers of events, and a form for one more. */
export function Webhooks({ reload }: { reload: () => void }) {
  const loaded = useLoaded(() => call({ do: 'webhooks' }));
  const [secret, setSecret] = useState('');
  const [address, setAddress] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const work = useWork();
  const types = loaded.value?.events ?? [];
  const show = (made: string): void => {
    setSecret(made);
    loaded.reload();
    reload();
  };
  const add = (): void =>
    work.run(() => {
      const events =
        left.size === 0 ? [] : types.map(({ type }) => type).filter((t) => !left.has(t));
      return call({ do: 'addWebhook', address, events }).then((made) => {
        setAddress('');
        show(made.secret);
        return 'Added. Give the secret above to the receiver.';
      });
    });
  const toggle = (type: string): void => {
    const without = new Set(left);
    if (!without.delete(type)) without.add(type);
    setLeft(without);
  };
  return (
    <>
      {loaded.error === '' ? null : <Notice kind="problem">{loaded.error}</Notice>}
      {secret === '' ? null : (
        <Copyable
          label="Its secret"
          text={secret}
          help="Shown this once. With it the receiver knows that a message is yours; Make and Zapier can do without."
        />
      )}
      {loaded.value?.webhooks.map((line) => (
        <Receiver key={line.id} line={line} show={show} />
      ))}
      <Field
        label="Receiver’s address"
        type="url"
        value={address}
        onInput={setAddress}
        placeholder="https://"
        help="The one that Make, Zapier or n8n shows you for a webhook; https only."
      />
      <fieldset>
        <legend>What it is told</legend>
        {types.map(({ type, about }) => (
          <label key={type} class="check">
            <input type="checkbox" checked={!left.has(type)} onChange={() => toggle(type)} />
            <span>
              {type} <span class="quiet">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button
        busy={work.busy}
        disabled={address.trim() === '' || left.size === types.length}
        onClick={add}
      >
        Add receiver
      </Button>
      <Outcome work={work} />
    </>
  );
}

function Receiver({ line, show }: { line: WebhookLine; show: (secret: string) => void }) {
  const { id: webhook, address, events, waiting, delivered, givenUp, problem } = line;
  const [isAsking, setAsking] = useState(false);
  const work = useWork();
  const test = (): void =>
    work.run(() => call({ do: 'testWebhook', webhook }).then(({ said }) => said));
  const rotate = (): void =>
    work.run(() =>
      call({ do: 'rotateWebhook', webhook }).then(({ secret }) => {
        show(secret);
        return 'The secret is above. The one before signs for a day more.';
      }),
    );
  const remove = (): void =>
    work.run(() => call({ do: 'removeWebhook', webhook }).then(() => (show(''), 'Removed.')));
  return (
    <div class="receiver">
      <p class="address">{address}</p>
      <p class="quiet">
        {events}; {delivered} delivered, {waiting} waiting
        {givenUp === 0 ? '' : `, ${givenUp} given up`}
      </p>
      {problem === '' ? null : <Notice kind="problem">{problem}</Notice>}
      <div class="row">
        <Button busy={work.busy} onClick={test}>
          Send a test
        </Button>
        <Button kind="quiet" disabled={work.busy} onClick={rotate}>
          New secret
        </Button>
        <Button kind="quiet" disabled={work.busy} onClick={() => setAsking(true)}>
          Remove
        </Button>
      </div>
      {isAsking ? (
        <Ask
          question={`Remove ${address}? Its secret is forgotten, and what waits for it is not sent.`}
          yes="Remove"
          no="Keep it"
          busy={work.busy}
          onYes={remove}
          onNo={() => setAsking(false)}
        />
      ) : null}
      <Outcome work={work} />
    </div>
  );
}
