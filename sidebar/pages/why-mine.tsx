import { useState } from 'preact/hooks';
import { call } from '../call';
import { Button, Field, Outcome } from '../parts';
import { useWork } from '../work';

/** Explains a row of the ledger in words. */
export function WhyMine() {
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<{ id: string; why: string }[]>([]);
  const work = useWork();
  const explain = (): void =>
    work.run(() => {
      setFound([]);
      return call({ do: 'whyMine', number }).then(({ rows }) => {
        setFound(rows);
        return '';
      });
    });
  return (
    <section>
      <h2>Why is this mine?</h2>
      <Field
        label="Commission ID or External ID"
        value={number}
        onInput={setNumber}
        help="Copy it from a row of the Commissions tab."
      />
      <Button busy={work.busy} disabled={number.trim() === ''} onClick={explain}>
        Explain it
      </Button>
      {found.map(({ id, why }) => (
        <p key={id}>{why}</p>
      ))}
      <Outcome work={work} />
    </section>
  );
}
