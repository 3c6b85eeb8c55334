import { call } from '../call';
import { Button, Notice, Outcome } from '../parts';
import { useLoaded, useWork } from '../work';

/** What the writer is shown of the freelancer's own edits, and a way to forget it. */
export function Taste() {
  const taste = useLoaded(() => call({ do: 'taste' }));
  const work = useWork();
  const clear = (): void =>
    work.run(() => call({ do: 'clearTaste' }).then(() => (taste.reload(), 'Forgotten.')));
  const examples = taste.value?.examples ?? [];
  return (
    <section>
      <h2>Your taste</h2>
      <p class="quiet">
        {examples.length === 0
          ? 'Nothing is learnt yet. Change a draft before you approve it, and the next letters sound more like you.'
          : 'The writer is shown these edits of yours as examples of style, without names and numbers.'}
      </p>
      {taste.error === '' ? null : <Notice kind="problem">{taste.error}</Notice>}
      {examples.map(({ before, after }) => (
        <details key={before}>
          <summary>{after.slice(0, 60)}…</summary>
          <p class="quiet">Before: {before}</p>
          <p>After: {after}</p>
        </details>
      ))}
      {examples.length === 0 ? null : (
        <Button kind="quiet" busy={work.busy} onClick={clear}>
          Forget these examples
        </Button>
      )}
      <Outcome work={work} />
    </section>
  );
}
