import { useEffect, useState } from 'preact/hooks';
import { capital } from '../../src/core/words/capital';
import { many } from '../../src/core/words/count';
import type { Home, ReportPreview } from '../../src/panel/protocol';
import { call } from '../call';
import { Ask, Button, type Choice, CsvDrop, Done, Field, Notice, Outcome, Refused } from '../parts';
import { Claims } from './claims';
import { Networks } from './networks';
import { Postbacks } from './postbacks';
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

function Report({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [currency, setCurrency] = useState('');
  const [asked, setAsked] = useState('');
  const [preview, setPreview] = useState<ReportPreview>();
  const work = useWork();
  const wanted = currency.trim().toUpperCase();
  const take = (csv: string, name: string): void => {
    setFile({ name, csv });
    setPreview(undefined);
    work.run(() =>
      call({ do: 'importReport', name, csv }).then((found) => {
        setPreview(found);
        setCurrency(found.currency);
        setAsked(found.currency);
        return '';
      }),
    );
  };
  // What is shown follows the field; while it does not, nothing can be booked.
  useEffect(() => {
    if (file === undefined || preview === undefined || work.busy || wanted === asked) return;
    if (wanted.length !== 0 && wanted.length !== 3) return;
    setAsked(wanted);
    work.run(() =>
      call({ do: 'importReport', ...file, currency: wanted }).then((found) => {
        setPreview(found);
        return '';
      }),
    );
  }, [wanted, asked, work.busy]);
  const isCurrent =
    preview !== undefined &&
    (!preview.asksCurrency || (wanted !== '' && preview.currency === wanted));
  const commit = (): void => {
    if (file === undefined || preview === undefined) return;
    const chosen = preview.asksCurrency ? { currency: wanted } : {};
    work.run(() =>
      call({ do: 'importReport', ...file, commit: true, ...chosen }).then((booked) => {
        setFile(undefined);
        setPreview(booked);
        onDone();
        return `${many(booked.added, 'commission')} booked, ${booked.changed} changed, ${booked.unchanged} known already, ${booked.refused.length} refused.`;
      }),
    );
  };
  return (
    <section>
      <h2>Bring in a report</h2>
      <p class="quiet">Impact’s paystub report as CSV. Bringing it in twice changes nothing.</p>
      <CsvDrop label="Drop the report here, or choose it" onText={take} />
      {preview === undefined || file === undefined ? null : (
        <>
          {preview.asksCurrency ? (
            <Field
              label={`In which currency does ${preview.network} pay you?`}
              value={currency}
              onInput={setCurrency}
              placeholder="USD"
              help="The report does not say it. Three letters, such as USD."
            />
          ) : null}
          <ReportCounts preview={preview} total={isCurrent ? preview.total : ''} />
        </>
      )}
      {preview === undefined || preview.warning === '' || !isCurrent ? null : (
        <Notice kind="plain">{preview.warning}</Notice>
      )}
      {preview === undefined ? null : <Refused rows={preview.refused} />}
      {preview === undefined || file === undefined ? null : (
        <Button
          kind="main"
          busy={work.busy}
          disabled={!isCurrent || preview.added + preview.changed === 0}
          onClick={commit}
        >
          {books(preview)}
        </Button>
      )}
      <Outcome work={work} />
    </section>
  );
}

function ReportCounts({ preview, total }: { preview: ReportPreview; total: string }) {
  const { network, report, added, changed, unchanged, refused, recognised } = preview;
  return (
    <div class="preview">
      <p>
        {network}, {report}: <b>{added}</b> new · <b>{changed}</b> changed · <b>{unchanged}</b>{' '}
        known · <b>{refused.length}</b> refused
      </p>
      <p class="quiet">
        {recognised === 1 ? '1 row carries' : `${recognised} rows carry`} a mark of ours.
        {total === '' ? '' : ` Together ${total}.`}
      </p>
    </div>
  );
}

/** What the button will do, such as `Book 3, change 1`. */
function books({ added, changed }: ReportPreview): string {
  if (added + changed === 0) return 'Nothing new to book';
  const parts = [added > 0 ? `book ${added}` : '', changed > 0 ? `change ${changed}` : ''];
  return capital(parts.filter((part) => part !== '').join(', '));
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
