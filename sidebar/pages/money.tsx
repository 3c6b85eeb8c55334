import { useState } from 'preact/hooks';
import type { Home } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Button, type Choice, Done, Field, Notice, Outcome } from '../parts';
import { Claims } from './claims';
import { Networks } from './networks';
import { Postbacks } from './postbacks';
import { Report } from './report';
import { Steps } from './steps';
import { WhyMine } from './why-mine';
import { type Loaded, useLoaded, useWork } from '../work';

/** Money in: a network's report, or a commission by hand. */
export function MoneyPage({ home }: { home: Loaded<Home> }) {
  return (
    <>
      <section>
        <h2>Money that came back</h2>
        {home.value === undefined ? null : (
          <dl>
            <Line name="This quarter" value={home.value.money.quarter} />
            <Line name="This year" value={home.value.money.year} />
            <Line name="In all" value={home.value.money.all} />
            <Line name="Pending" value={home.value.money.pending} />
            <Line name="Planned for a year" value={home.value.money.plan} />
          </dl>
        )}
      </section>
      <Steps steps={home.value?.steps ?? []} onDone={home.reload} />
      <Report onDone={home.reload} />
      <Networks onDone={home.reload} />
      <Postbacks />
      <Claims />
      <WhyMine />
      <ByHand onDone={home.reload} currency={home.value?.settings.homeCurrency ?? ''} />
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface Booked {
  text: string;
  id: string;
  warning: string;
}

function ByHand({ onDone, currency }: { onDone: () => void; currency: string }) {
  const blank = () => ({
    key: Math.random().toString(36).slice(2),
    at: '',
    product: '',
    client: '',
    commission: '',
    currency,
  });
  const [form, setForm] = useState(blank);
  const [twin, setTwin] = useState('');
  const [booked, setBooked] = useState<Booked>();
  const work = useWork();
  const products = useLoaded(() => call({ do: 'products' }));
  const clients = useLoaded(() => call({ do: 'clients' }));
  const set = (name: keyof typeof form) => (value: string) => {
    setForm({ ...form, [name]: value });
    setTwin('');
  };
  const add = (again: boolean): void =>
    work.run(() =>
      call({ do: 'addCommission', commission: { ...form, again } }).then((answer) => {
        setTwin(answer.twin ? answer.what : '');
        setBooked(undefined);
        if (answer.twin) return '';
        setForm(blank());
        setBooked({ text: `Booked: ${answer.what}.`, id: answer.id, warning: answer.warning });
        onDone();
        return '';
      }),
    );
  const takeBack = (id: string): void =>
    work.run(() =>
      call({ do: 'reverseCommission', id }).then(() => {
        setBooked(undefined);
        onDone();
        return 'Taken back. Its row says reversed, and it is in no sum.';
      }),
    );
  return (
    <section>
      <h2>Add a commission by hand</h2>
      <p class="quiet">For a deal that you made yourself.</p>
      <Field label="When" type="date" value={form.at} onInput={set('at')} />
      <Field
        label="Product"
        value={form.product}
        onInput={set('product')}
        choices={['', ...choicesOf(products.value?.products ?? [])]}
      />
      <Field
        label="Client"
        value={form.client}
        onInput={set('client')}
        choices={['', ...choicesOf(clients.value?.clients ?? [])]}
        help="Who bought; may stay empty."
      />
      <div class="row">
        <Field label="You get" value={form.commission} onInput={set('commission')} />
        <Field label="Currency" value={form.currency} onInput={set('currency')} />
      </div>
      {twin === '' ? (
        <Button kind="main" busy={work.busy} onClick={() => add(false)}>
          Book it
        </Button>
      ) : (
        <Ask
          question={`The same stands in the Commissions tab already: ${twin}. Was it earned twice?`}
          yes="Yes, book it again"
          no="No"
          busy={work.busy}
          onYes={() => add(true)}
          onNo={() => setTwin('')}
        />
      )}
      {booked === undefined ? null : (
        <Done
          text={booked.text}
          undo="Take it back"
          busy={work.busy}
          onUndo={() => takeBack(booked.id)}
        />
      )}
      {booked === undefined || booked.warning === '' ? null : (
        <Notice kind="plain">{booked.warning}</Notice>
      )}
      <Outcome work={work} />
    </section>
  );
}

/** Names to pick from; two of one name are told apart by what else is known of them. */
function choicesOf(rows: { id: string; name: string; email?: string }[]): Choice[] {
  return rows
    .filter(({ id }) => id !== '')
    .map(({ id, name, email = '' }) => ({
      value: id,
      label: [name, email].filter((part) => part !== '').join(' · '),
    }));
}
