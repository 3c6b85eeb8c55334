import { useState } from 'preact/hooks';
import { many } from '../../src/core/words/count';
import type { Home } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Field, Notice, Outcome } from '../parts';
import { type Loaded, useWork } from '../work';
import { LinkWays } from './link-ways';
import { Picture } from './picture';
import { Secret } from './secret';
import { WriterSettings } from './writer';

/** First run, and every setting that the sidebar knows; what nobody must set stands folded away. */
export function SetUpPage({ home }: { home: Loaded<Home> }) {
  if (home.value === undefined) return <p class="quiet">Reading the settings…</p>;
  return (
    <>
      <Sender home={home.value} reload={home.reload} />
      <Gate home={home.value} reload={home.reload} />
      <WriterSettings home={home.value} reload={home.reload} />
      <details class="more">
        <summary>More: your picture, how links lead, Bitly, PageSpeed</summary>
        <Picture home={home.value} reload={home.reload} />
        <LinkWays home={home.value} reload={home.reload} />
        <Secret
          title="Bitly token"
          name="BITLY_TOKEN"
          isKept={home.value.hasBitlyToken}
          kept="A token is kept. Links that lead straight go out short, as far as Bitly’s month allows."
          missing="Optional. With one, links that lead straight go out short."
          placeholder=""
          reload={home.reload}
        />
        <Secret
          title="PageSpeed API key"
          name="PAGESPEED_API_KEY"
          isKept={home.value.hasPageSpeedKey}
          kept="A key is kept. Sites are measured in the two weeks before their letter, three times each."
          missing="Optional. With one from Google Cloud, reports tell how fast a site is on a phone."
          placeholder=""
          reload={home.reload}
        />
      </details>
      <Pause home={home.value} reload={home.reload} />
    </>
  );
}

interface PartProps {
  home: Home;
  reload: () => void;
}

function Sender({ home, reload }: PartProps) {
  const said = (name: string): string => home.settings[name] ?? '';
  const [form, setForm] = useState({
    senderName: said('senderName'),
    replyTo: said('replyTo'),
    postalAddress: said('postalAddress'),
    homeCurrency: said('homeCurrency'),
  });
  const work = useWork();
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const save = (): void =>
    work.run(() =>
      call({ do: 'saveSettings', settings: form }).then(({ missing }) => {
        reload();
        if (missing.length === 0) return 'Saved.';
        return `Saved, but nothing can be sent before this is filled in: ${missing.join(', ')}.`;
      }),
    );
  return (
    <section>
      <h2>Who the letters are from</h2>
      {home.missing.length === 0 ? null : (
        <Notice kind="plain">Nothing can be sent before this is filled in.</Notice>
      )}
      <Field label="Your name" value={form.senderName} onInput={set('senderName')} />
      <Field
        label="Reply to"
        type="email"
        value={form.replyTo}
        onInput={set('replyTo')}
        help="Answers come here, and tests."
      />
      <Field
        label="Postal address"
        value={form.postalAddress}
        onInput={set('postalAddress')}
        help="Stands at the foot of each letter; the law asks for it."
      />
      <Field
        label="Home currency"
        value={form.homeCurrency}
        onInput={set('homeCurrency')}
        help="What your dashboard counts in, such as TWD, USD or EUR."
      />
      <Button kind="main" busy={work.busy} onClick={save}>
        Save
      </Button>
      <Outcome work={work} />
    </section>
  );
}

function Gate({ home, reload }: PartProps) {
  const [address, setAddress] = useState(home.gate || (home.settings.gateAddress ?? ''));
  const work = useWork();
  const pair = (): void =>
    work.run(() =>
      call({ do: 'pair', address }).then(
        ({ routes }) => (reload(), `Paired. The gate answers, and knows ${many(routes, 'route')}.`),
      ),
    );
  const look = (): void =>
    work.run(() =>
      call({ do: 'health' }).then(
        ({ routes, events, unknown }) =>
          `The gate answers: ${many(routes, 'route')}, ${many(events, 'event')} to collect, ${many(unknown, 'call')} from strangers passed over.`,
      ),
    );
  return (
    <section>
      <h2>Your gate</h2>
      <p class="quiet">
        The small public page behind your links: it shows the disclosure, notes who went on, and
        takes unsubscribes. Deploy the gate project once and paste its address, the one that ends in
        /exec.
      </p>
      <Field
        label="Gate address"
        type="url"
        value={address}
        onInput={setAddress}
        placeholder="https://script.google.com/macros/s/…/exec"
      />
      <div class="row">
        <Button kind="main" busy={work.busy} onClick={pair}>
          {home.gate === '' ? 'Pair' : 'Pair again'}
        </Button>
        {home.gate === '' ? null : (
          <Button busy={work.busy} onClick={look}>
            Ask how it is
          </Button>
        )}
      </div>
      <Outcome work={work} />
    </section>
  );
}

function Pause({ home, reload }: PartProps) {
  const work = useWork();
  const set = (paused: 'yes' | 'no'): void =>
    work.run(() =>
      call({ do: 'saveSettings', settings: { paused } }).then(
        () => (reload(), paused === 'yes' ? 'Paused.' : 'Going on.'),
      ),
    );
  return (
    <section>
      <h2>Pause</h2>
      <p class="quiet">
        {home.paused
          ? 'Perennial is paused: nothing is written, sent or collected.'
          : 'Stops everything at once: nothing is written, sent or collected.'}
      </p>
      <Button busy={work.busy} onClick={() => set(home.paused ? 'no' : 'yes')}>
        {home.paused ? 'Go on' : 'Pause everything'}
      </Button>
      <Outcome work={work} />
    </section>
  );
}
