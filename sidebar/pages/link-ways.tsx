import { useState } from 'preact/hooks';
import { call } from '../call';
import type { Home } from '../../src/panel/protocol';
import { Button, Field, Outcome } from '../parts';
import { useWork } from '../work';

/** What each way costs and gives, so that a person can choose. */
const TRADES: Record<string, string> = {
  gate: 'A page of yours with the disclosure, and one tap more for the client. You see who tapped. Google shows its banner there, and a visitor signed into several Google accounts may see an error instead.',
  edge: 'Your own domain leads on at once, without a page between. You see who tapped. It needs a domain and a worker of your own.',
  straight:
    'The network’s own address, with our mark. Nothing stands between, but taps cannot be seen; commissions still find their client.',
};

/** How links lead to the shops, and what the shops’ own statistics are told. */
export function LinkWays({ home, reload }: { home: Home; reload: () => void }) {
  const [linkWay, setWay] = useState(home.settings.linkWay ?? 'gate');
  const [utm, setUtm] = useState(home.settings.utm ?? '');
  const work = useWork();
  const save = (): void =>
    work.run(() =>
      call({ do: 'saveSettings', settings: { linkWay, utm } }).then(() => (reload(), 'Saved.')),
    );
  return (
    <section>
      <h2>How links lead</h2>
      <Field
        label="Links lead through"
        value={linkWay}
        onInput={setWay}
        choices={Object.keys(TRADES)}
        help={TRADES[linkWay] ?? ''}
      />
      <p class="quiet">Where a programme forbids pages between, its links lead straight anyway.</p>
      <Field
        label="UTM parameters"
        rows={2}
        value={utm}
        onInput={setUtm}
        help="What shops’ statistics see of a letter; {occasion}, {channel}, {product} and {category} are filled in, nothing about the client. Empty: none."
      />
      <Button kind="main" busy={work.busy} onClick={save}>
        Save
      </Button>
      <Outcome work={work} />
    </section>
  );
}
