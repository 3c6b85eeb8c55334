import { useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

type List = Extract<PanelCall, { do: 'differences' }>['list'];
type Side = Extract<PanelCall, { do: 'settleDifference' }>['side'];

/** Cells that were changed both here and in a list, each with the choice of what stays. */
export function Differences({ list }: { list: List }) {
  const loaded = useLoaded(() => call({ do: 'differences', list }));
  const [settled, setSettled] = useState<PanelAnswers['differences']>();
  const work = useWork();
  const { lines = [], more = 0 } = settled ?? loaded.value ?? {};
  if (lines.length === 0) return null;
  const settle = (source: string, field: (typeof lines)[number]['field'], side: Side): void =>
    work.run(() =>
      call({ do: 'settleDifference', list, source, field, side }).then(
        (left) => (setSettled(left), ''),
      ),
    );
  return (
    <>
      <h3>Changed here and there</h3>
      <ul class="list">
        {lines.map(({ source, field, client, column, ours, theirs }) => (
          <li key={`${source} ${field}`}>
            <b>{client}</b> <span class="quiet">{column}</span>
            <p>
              here “{ours}”, there “{theirs}”
            </p>
            <div class="row">
              <Button disabled={work.busy} onClick={() => settle(source, field, 'ours')}>
                Keep mine
              </Button>
              <Button disabled={work.busy} onClick={() => settle(source, field, 'theirs')}>
                Take theirs
              </Button>
            </div>
          </li>
        ))}
        {more > 0 ? <li class="quiet">and {many(more, 'difference')} more</li> : null}
      </ul>
      <Outcome work={work} />
    </>
  );
}
