import { useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { DifferenceLine, PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

type List = Extract<PanelCall, { do: 'differences' }>['list'];
/** So many who left a list are named. */
const NAMED = 20;

type Side = Extract<PanelCall, { do: 'settleDifference' }>['side'];

/** Cells that were changed both here and in a list, each with the choice of what stays; and who left it. */
export function Differences({ list }: { list: List }) {
  const loaded = useLoaded(() => call({ do: 'differences', list }));
  const [settled, setSettled] = useState<PanelAnswers['differences']>();
  const work = useWork();
  const { lines = [], more = 0, gone = [] } = settled ?? loaded.value ?? {};
  const settle = ({ source, field, ours }: DifferenceLine, side: Side): void =>
    work.run(() =>
      call({ do: 'settleDifference', list, source, field, ours, side }).then(
        (left) => (setSettled(left), ''),
      ),
    );
  return (
    <>
      {lines.length > 0 ? <h3>Changed here and there</h3> : null}
      <ul class="list">
        {lines.map((line) => {
          const { source, field, client, column, ours, theirs } = line;
          return (
            <li key={`${source} ${field}`}>
              <b>{client}</b> <span class="quiet">{column}</span>
              <p>
                here “{ours}”, there “{theirs}”
              </p>
              <div class="row">
                <Button disabled={work.busy} onClick={() => settle(line, 'ours')}>
                  Keep mine
                </Button>
                <Button disabled={work.busy} onClick={() => settle(line, 'theirs')}>
                  Take theirs
                </Button>
              </div>
            </li>
          );
        })}
        {more > 0 ? <li class="quiet">and {many(more, 'difference')} more</li> : null}
      </ul>
      <Outcome work={work} />
      {gone.length > 0 ? (
        <p class="quiet">
          No longer in the list, and unchanged here: {gone.slice(0, NAMED).join(', ')}
          {gone.length > NAMED ? ` and ${gone.length - NAMED} more` : ''}.
        </p>
      ) : null}
    </>
  );
}
