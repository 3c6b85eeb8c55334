import { useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { Home, ReportPreview } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, CsvDrop, Field, Notice, Outcome } from '../parts';
import { Claims } from './claims';
import { Postbacks } from './postbacks';
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
      <Report onDone={home.reload} />
      <Postbacks />
      <Claims />
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

function Report({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [currency, setCurrency] = useState('');
  const [preview, setPreview] = useState<ReportPreview>();
  const work = useWork();
  const look = (name: string, csv: string, chosen: string): void =>
    work.run(() =>
      call({ do: 'importReport', name, csv, ...withCurrency(chosen) }).then((found) => {
        setPreview(found);
        setCurrency(found.currency);
        return '';
      }),
    );
  const take = (csv: string, name: string): void => {
    setFile({ name, csv });
    setPreview(undefined);
    look(name, csv, '');
  };
  const choose = (chosen: string): void => {
    setCurrency(chosen);
    if (file !== undefined && /^[A-Za-z]{3}$/.test(chosen)) look(file.name, file.csv, chosen);
  };
  const commit = (): void => {
    if (file === undefined) return;
    work.run(() =>
      call({ do: 'importReport', ...file, commit: true, ...withCurrency(currency) }).then(
        ({ added, changed, unchanged }) => {
          setFile(undefined);
          setPreview(undefined);
          onDone();
          return `${many(added, 'commission')} booked, ${changed} changed, ${unchanged} known already.`;
        },
      ),
    );
  };
  return (
    <section>
      <h2>Bring in a report</h2>
      <p class="quiet">Impact’s paystub report as CSV. Bringing it in twice changes nothing.</p>
      <CsvDrop label="Drop the report here, or choose it" onText={take} />
      {preview === undefined ? null : (
        <>
          {preview.asksCurrency ? (
            <Field
              label={`In which currency does ${preview.network} pay you?`}
              value={currency}
              onInput={choose}
              placeholder="USD"
              help="The report does not say it."
            />
          ) : null}
          <div class="preview">
            <p>
              {preview.network}, {preview.report}: <b>{preview.added}</b> new ·{' '}
              <b>{preview.changed}</b> changed · <b>{preview.unchanged}</b> known ·{' '}
              <b>{preview.refused.length}</b> refused
            </p>
            <p class="quiet">
              {preview.recognised} of them carry a mark of ours.
              {preview.total === '' ? '' : ` Together ${preview.total}.`}
            </p>
          </div>
          {preview.refused.map(({ row, why }) => (
            <Notice key={row} kind="problem">
              Row {row}: {why}
            </Notice>
          ))}
          <Button
            kind="main"
            busy={work.busy}
            disabled={preview.asksCurrency && preview.currency === ''}
            onClick={commit}
          >
            Book them
          </Button>
        </>
      )}
      <Outcome work={work} />
    </section>
  );
}

function withCurrency(currency: string): { currency?: string } {
  return currency === '' ? {} : { currency };
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
  const work = useWork();
  const products = useLoaded(() => call({ do: 'products' }));
  const named = products.value?.products ?? [];
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const add = (): void => {
    const product = named.find(({ name }) => name === form.product)?.id ?? '';
    work.run(() =>
      call({ do: 'addCommission', commission: { ...form, product } }).then(() => {
        setForm(blank());
        onDone();
        return 'Booked.';
      }),
    );
  };
  return (
    <section>
      <h2>Add a commission by hand</h2>
      <p class="quiet">For a deal that you made yourself.</p>
      <Field label="When" type="date" value={form.at} onInput={set('at')} />
      <Field
        label="Product"
        value={form.product}
        onInput={set('product')}
        choices={['', ...named.map(({ name }) => name)]}
      />
      <Field
        label="Client ID"
        value={form.client}
        onInput={set('client')}
        help="From the Clients tab; may stay empty."
      />
      <div class="row">
        <Field label="You get" value={form.commission} onInput={set('commission')} />
        <Field label="Currency" value={form.currency} onInput={set('currency')} />
      </div>
      <Button kind="main" busy={work.busy} onClick={add}>
        Book it
      </Button>
      <Outcome work={work} />
    </section>
  );
}
