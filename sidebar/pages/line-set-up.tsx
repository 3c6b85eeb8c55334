import { useState } from 'preact/hooks';
import { call } from '../call';
import { Button, Field, Outcome } from '../parts';
import { useWork } from '../work';

/** Connects an official account on LINE by its token, which cannot be read back. */
export function LineSetUp({ onDone }: { onDone: () => void }) {
  const [token, setToken] = useState('');
  const work = useWork();
  const connect = (): void =>
    work.run(() =>
      call({ do: 'connectLine', token }).then(() => {
        setToken('');
        onDone();
        return 'Connected.';
      }),
    );
  return (
    <section>
      <h2>LINE token</h2>
      <p class="quiet">
        In LINE’s console, open your official account’s channel → Messaging API, and issue a
        long-lived channel access token. It is kept out of the sheet and cannot be read back.
      </p>
      <Field label="LINE token" type="password" value={token} onInput={setToken} />
      <Button kind="main" busy={work.busy} disabled={token.trim() === ''} onClick={connect}>
        Connect
      </Button>
      <Outcome work={work} />
    </section>
  );
}
