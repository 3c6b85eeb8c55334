import { useEffect, useState } from 'preact/hooks';
import type { PanelAnswers, ProductForm } from '../../src/panel/protocol';
import { call } from '../call';
import { Badge, Button, Empty, Field, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** Products worth recommending: paste an address, pick the network, save. */
export function ProductsPage({ onChange }: { onChange: () => void }) {
  const list = useLoaded(() => call({ do: 'products' }));
  const [editing, edit] = useState<ProductForm>();
  const [saved, setSaved] = useState<Saved>();
  if (list.error !== '') return <Notice kind="problem">{list.error}</Notice>;
  if (list.value === undefined) return <p class="quiet">Reading the Products tab…</p>;
  const { products, networks, currency } = list.value;
  if (editing !== undefined) {
    return (
      <ProductEditor
        start={editing}
        networks={networks}
        onClose={(done) => {
          setSaved(done);
          edit(undefined);
          list.reload();
          onChange();
        }}
      />
    );
  }
  return (
    <section>
      <h2>Products</h2>
      <Button kind="main" onClick={() => edit(emptyForm(currency))}>
        Add a product
      </Button>
      {saved === undefined ? null : <SavedNotice saved={saved} />}
      {products.length === 0 ? (
        <Empty title="Nothing to recommend yet">
          Join a partner programme of something that you stand behind, then paste your affiliate
          address here.
        </Empty>
      ) : (
        <ul class="list">
          {products.map((product) => (
            <li key={product.id}>
              <button type="button" class="line" onClick={() => edit(product)}>
                <b>{product.name}</b> {product.active ? null : <Badge state="resting" />}
                <span class="quiet">
                  {[product.network, product.category, product.worth].filter(Boolean).join(' · ')}
                </span>
                {product.pageTrouble === '' ? null : (
                  <span class="warn">{product.pageTrouble}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function emptyForm(currency: string): ProductForm {
  return {
    id: '',
    name: '',
    network: '',
    category: '',
    page: '',
    destination: '',
    pays: 'once',
    amount: '',
    currency,
    months: '',
    goodFor: '',
    facts: '',
    active: true,
  };
}

interface Saved {
  name: string;
  check: string;
  gaps: string[];
}

/** What was saved, what its address can do, and what it leaves open. */
function SavedNotice({ saved: { name, check, gaps } }: { saved: Saved }) {
  return (
    <>
      <Notice kind="good">
        {name} is saved. {check}
      </Notice>
      {gaps.length === 0 ? null : <Notice kind="plain">{gaps.join(' ')}</Notice>}
    </>
  );
}

interface EditorProps {
  start: ProductForm;
  networks: PanelAnswers['products']['networks'];
  onClose: (saved?: Saved) => void;
}

function ProductEditor({ start, networks, onClose }: EditorProps) {
  const [form, setForm] = useState(start);
  const [known, setKnown] = useState<PanelAnswers['recognise']>();
  const work = useWork();
  const example = networks.find(({ title }) => title === form.network)?.example;
  const set =
    <K extends keyof ProductForm>(name: K) =>
    (value: ProductForm[K]) =>
      setForm((before) => ({ ...before, [name]: value }));
  useRecognised(form.destination, (found) => {
    setKnown(found);
    if (found.network !== '' && form.network === '') set('network')(found.network);
  });
  const save = (): void =>
    work.run(() =>
      call({ do: 'saveProduct', product: form }).then(
        ({ check, gaps }) => (onClose({ name: form.name, check, gaps }), ''),
      ),
    );
  return (
    <section>
      <h2>{start.id === '' ? 'A new product' : start.name}</h2>
      <Field
        label="Affiliate address"
        rows={2}
        value={form.destination}
        onInput={set('destination')}
        help="Your own partner link, pasted whole."
      />
      {known === undefined || known.network === '' ? null : (
        <Notice kind={known.safe === '' ? 'good' : 'plain'}>
          This is an address of {known.network}. {known.check}
        </Notice>
      )}
      {known === undefined || known.safe === '' ? null : (
        <Button onClick={() => set('destination')(known.safe)}>Use the safe form</Button>
      )}
      <Field
        label="Network"
        value={form.network}
        onInput={set('network')}
        choices={['', ...networks.map(({ title }) => title)]}
        help={
          example === undefined
            ? 'Who pays you. Direct: a deal of your own.'
            : `Its addresses look like ${example}`
        }
      />
      <Field label="Name" value={form.name} onInput={set('name')} help="As clients read it." />
      <Field
        label="Category"
        value={form.category}
        onInput={set('category')}
        placeholder="hosting, email, bookkeeping …"
      />
      <Field
        label="Good for"
        value={form.goodFor}
        onInput={set('goodFor')}
        help="Industries, past work or needs, parted by commas. Empty: anyone."
      />
      <div class="row">
        <Field
          label="Pays"
          value={form.pays}
          onInput={(value) => set('pays')(value as ProductForm['pays'])}
          choices={['once', 'monthly', 'yearly', 'percent']}
        />
        <Field label="Amount" value={form.amount} onInput={set('amount')} />
        <Field label="Currency" value={form.currency} onInput={set('currency')} />
      </div>
      {form.pays === 'monthly' ? (
        <Field
          label="For how many months"
          value={form.months}
          onInput={set('months')}
          help="Empty: as long as they stay."
        />
      ) : null}
      <Field
        label="What may be said about it"
        rows={3}
        value={form.facts}
        onInput={set('facts')}
        help="Letters say nothing else."
      />
      <Field
        label="Its ordinary page"
        type="url"
        value={form.page}
        onInput={set('page')}
        help="Without tracking; previews and tests lead there."
      />
      <label class="check">
        <input
          type="checkbox"
          checked={form.active}
          onChange={(event) => set('active')(event.currentTarget.checked)}
        />
        Recommend it
      </label>
      <div class="row">
        <Button kind="main" busy={work.busy} onClick={save}>
          Save
        </Button>
        <Button kind="quiet" onClick={() => onClose()}>
          Back
        </Button>
      </div>
      <Outcome work={work} />
    </section>
  );
}

const TYPING_MS = 400;

/** Asks whose address it is, once typing pauses. */
function useRecognised(
  destination: string,
  take: (found: PanelAnswers['recognise']) => void,
): void {
  useEffect(() => {
    if (!/^https?:\/\/\S+\.\S+/.test(destination.trim())) return undefined;
    const timer = setTimeout(() => {
      call({ do: 'recognise', destination }).then(take, () => undefined);
    }, TYPING_MS);
    return () => clearTimeout(timer);
    // `take` is made anew at each render; only another address asks again.
  }, [destination]);
}
