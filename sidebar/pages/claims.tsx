import type { ClaimLine } from '../../src/panel/protocol';
import { call } from '../call';
import { Badge, Button, Copyable, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** What is worth asking the networks about, with the words to send. */
export function Claims() {
  const list = useLoaded(() => call({ do: 'claims' }));
  const work = useWork();
  const move = (claim: ClaimLine, state: 'asked' | 'settled'): void =>
    work.run(() =>
      call({ do: 'setClaim', claim: claim.id, state }).then((answer) => {
        list.set(answer);
        return '';
      }),
    );
  return (
    <section>
      <h2>Worth asking the networks</h2>
      {list.error === '' ? null : <Notice kind="problem">{list.error}</Notice>}
      {list.value?.claims.length === 0 ? (
        <p class="quiet">
          Nothing. Sales that were told of and never reported, money that no link explains, and
          products that many went on to without a sale would stand here.
        </p>
      ) : null}
      {list.value?.claims.map((claim) => (
        <div key={claim.id} class="claim">
          <p>
            {claim.what} {claim.state === 'asked' ? <Badge state="asked" /> : null}
          </p>
          <Copyable label={`Ask ${claim.network}`} text={claim.ask} />
          <div class="row">
            {claim.state === 'asked' ? null : (
              <Button busy={work.busy} onClick={() => move(claim, 'asked')}>
                I have asked
              </Button>
            )}
            <Button kind="quiet" busy={work.busy} onClick={() => move(claim, 'settled')}>
              Settled
            </Button>
          </div>
        </div>
      ))}
      <Outcome work={work} />
    </section>
  );
}
