import type { Home } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, FileDrop, Outcome } from '../parts';
import { shrink } from '../shrink';
import { useWork } from '../work';

/** The sender's picture on the page behind a link: chosen from a file, made small here, or taken away. */
export function Picture({ home, reload }: { home: Home; reload: () => void }) {
  const picture = home.settings.picture ?? '';
  const work = useWork();
  const save = (chosen: string): Promise<string> =>
    call({ do: 'saveSettings', settings: { picture: chosen } }).then(
      () => (reload(), chosen === '' ? 'Taken away.' : 'Kept.'),
    );
  return (
    <section>
      <h2>Your picture</h2>
      <p class="quiet">
        Optional. It stands beside your name on the page behind each link, so that clients see whom
        the recommendation comes from.
      </p>
      {picture === '' ? null : (
        <p>
          <img class="portrait" src={picture} alt="Your picture as clients see it" />
        </p>
      )}
      <FileDrop
        label="Drop an image here, or choose one"
        accept="image/*"
        onFile={(file) => work.run(() => shrink(file).then(save))}
      />
      {picture === '' ? null : (
        <Button kind="quiet" busy={work.busy} onClick={() => work.run(() => save(''))}>
          Take it away
        </Button>
      )}
      <Outcome work={work} />
    </section>
  );
}
