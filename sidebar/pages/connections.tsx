import { useState } from 'preact/hooks';
import type { ConnectionCard } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Badge, Button, Copyable, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';
import { Differences } from './differences';
import { Hooks } from './hooks';
import { LineSetUp } from './line-set-up';
import { ListSetUp } from './list-setup';
import { Secret } from './secret';
import { Webhooks } from './webhooks';

/** Every service outside, with how it is and what can be done with it. */
export function ConnectionsPage({ onChange }: { onChange: () => void }) {
  const loaded = useLoaded(() => call({ do: 'connections' }));
  const reload = (): void => {
    loaded.reload();
    onChange();
  };
  if (loaded.error !== '') return <Notice kind="problem">{loaded.error}</Notice>;
  if (loaded.value === undefined) return <p class="quiet">Looking at the connections…</p>;
  return loaded.value.connections.map((card) => <Card key={card.id} card={card} reload={reload} />);
}

const STATES: Record<ConnectionCard['state'], string> = {
  off: 'not connected',
  open: 'to choose',
  on: 'connected',
  trouble: 'to look at',
};

function Card({ card, reload }: { card: ConnectionCard; reload: () => void }) {
  const { id, title, about, state, secret } = card;
  const [isChoosing, setChoosing] = useState(false);
  const list = isList(id) ? id : undefined;
  const isConnected = state === 'on' || state === 'trouble';
  return (
    <>
      <section class="connection">
        <h2>
          {title} <Badge state={STATES[state]} />
        </h2>
        <p class="quiet">{about}</p>
        {isConnected ? <Facts card={card} /> : null}
        {card.address === undefined ? null : (
          <Copyable
            label="Webhook URL"
            text={card.address}
            help="Paste it into LINE’s console under Messaging API, switch on “Use webhook”, and switch off the automatic replies. It is secret: whoever has it can tell your gate things."
          />
        )}
        {card.problem === '' ? null : <Notice kind="problem">{card.problem}</Notice>}
        {state === 'off' ? null : <Actions card={card} reload={reload} />}
        {isConnected && list !== undefined ? (
          <>
            <Differences key={card.lastRun} list={list} />
            <Button kind="quiet" onClick={() => setChoosing(!isChoosing)}>
              {isChoosing ? 'Leave it as it is' : 'Choose list and columns again'}
            </Button>
          </>
        ) : null}
        {id === 'webhooks' ? <Webhooks key={card.lastRun} reload={reload} /> : null}
        {id === 'hooks' ? <Hooks reload={reload} /> : null}
        {list !== undefined && (state === 'open' || isChoosing) ? (
          <ListSetUp
            list={list}
            onDone={() => {
              setChoosing(false);
              reload();
            }}
          />
        ) : null}
      </section>
      {id === 'line' && state === 'off' ? <LineSetUp onDone={reload} /> : null}
      {secret === undefined || secret.isKept ? null : (
        <Secret
          title={`${title} token`}
          name={secret.name}
          isKept={false}
          kept=""
          missing={TOKEN_HELP[id] ?? ''}
          placeholder=""
          reload={reload}
        />
      )}
    </>
  );
}

const TOKEN_HELP: Readonly<Record<string, string>> = {
  airtable:
    'A personal access token with the scopes data.records:read and schema.bases:read, for the base with your clients. To write back: data.records:write, too.',
  notion:
    'The secret of an internal connection that may read content. Then open your database there, choose ••• → Connections, and add it. To write back: it may update content, too.',
};

function Facts({ card }: { card: ConnectionCard }) {
  return (
    <dl>
      <Line name={whatName(card)} value={card.what} />
      {card.quota === undefined ? null : (
        <Line name="Messages" value={card.quota || 'not known yet'} />
      )}
      {card.id === 'hooks' ? null : (
        <>
          <Line name="Last run" value={moment(card.lastRun)} />
          <Line name="Next run" value={moment(card.nextRun)} />
          <Line name="It did" value={card.did || 'nothing new'} />
        </>
      )}
    </dl>
  );
}

function whatName({ id, quota }: ConnectionCard): string {
  if (quota !== undefined) return 'Account';
  return isList(id) ? 'List' : 'With';
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What can be done with a connection that has its secret. */
function Actions({ card, reload }: { card: ConnectionCard; reload: () => void }) {
  const { id, title, canRun } = card;
  const [isAsking, setAsking] = useState(false);
  const work = useWork();
  const run = (): void =>
    work.run(() => call({ do: 'runConnection', id }).then(({ done }) => (reload(), `${done}.`)));
  const test = (): void =>
    work.run(() => call({ do: 'testConnection', id }).then(({ said }) => said));
  const leave = (): void =>
    work.run(() => call({ do: 'disconnect', id }).then(() => (reload(), 'Forgotten.')));
  const isConnected = card.state !== 'open';
  return (
    <>
      <div class="row">
        {canRun && isConnected ? (
          <Button kind="main" busy={work.busy} onClick={run}>
            {isList(id) ? 'Pull now' : 'Deliver now'}
          </Button>
        ) : null}
        <Button busy={work.busy} onClick={test}>
          Test
        </Button>
        <Button kind="quiet" disabled={work.busy} onClick={() => setAsking(true)}>
          Disconnect
        </Button>
      </div>
      {isAsking ? (
        <Ask
          question={`Disconnect ${title}? Its secret and what you chose are forgotten; your clients stay.`}
          yes="Disconnect"
          no="Keep it"
          busy={work.busy}
          onYes={leave}
          onNo={() => setAsking(false)}
        />
      ) : null}
      <Outcome work={work} />
    </>
  );
}

function isList(id: string): id is 'airtable' | 'notion' {
  return id === 'airtable' || id === 'notion';
}

function moment(at: number | null): string {
  if (at === null) return 'at the next beat';
  return new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
