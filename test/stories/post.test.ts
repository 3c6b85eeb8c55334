import { PRODUCTS, SENDER } from '../support/cast';
import { startTestHost, type TestHost } from '../support/host';
import { mailSource } from '../support/incoming';

/**
 * What comes back after letters left, on the built bundles: answers, a bounce, somebody who is away,
 * and the four ways in which a client stops the letters.
 */

const CSV = `Name,Email,Past work,Language,Consent,Consent basis,Consent date
Ann,answers@a.example,SEO,en,yes,contract,2025-03-01
Bo,away@b.example,SEO,en,yes,contract,2025-03-01
Cem,gone@c.example,SEO,de,yes,contract,2025-03-01
Dee,click@d.example,SEO,en,yes,contract,2025-03-01
Eva,page@e.example,SEO,en,yes,contract,2025-03-01
Fei,mailto@f.example,SEO,zh-TW,yes,contract,2025-03-01
Gen,says@g.example,SEO,ja,yes,contract,2025-03-01`;

let host: TestHost;

beforeAll(async () => {
  host = await startTestHost();
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  await host.panel({ do: 'pair', address: host.client.webApp('gate') });
  await host.panel({ do: 'saveProduct', product: PRODUCTS[0] });
  await host.client.putCsv('Rates', 'Currency,Rate,As of\nUSD,30,2026-11-20');
  await host.panel({ do: 'importClients', csv: CSV, commit: true });
  await host.panel({ do: 'writeNow' });
  const { letters } = await host.panel({ do: 'queue' });
  await host.panel({ do: 'approve', letters: letters.map(({ id }) => id) });
  await host.panel({ do: 'sendNow' });
});
afterAll(() => host.stop());

async function mailTo(address: string) {
  const mail = (await host.client.mail()).find(({ to }) => JSON.stringify(to).includes(address));
  if (mail === undefined) throw new Error(`no mail to ${address}`);
  const header = (name: string) => mail.headers.find(([said]) => said === name)?.[1] ?? '';
  return { ...mail, header };
}

async function answer(from: string, text: string, more: string[] = []): Promise<void> {
  const { header } = await mailTo(from);
  const head = [`From: <${from}>`, 'To: mira@studio.example', `Subject: Re: x`, ...more];
  const thread = [
    `In-Reply-To: ${header('Message-ID')}`,
    'Content-Type: text/plain; charset=UTF-8',
  ];
  await host.client.receive({ raw: [...head, ...thread, '', text].join('\n') });
}

const clientWith = async (email: string) =>
  (await host.rows('Clients')).find((row) => row.Email === email) ?? {};
const letterTo = async (email: string) => {
  const { 'Client ID': id } = await clientWith(email);
  return (await host.rows('Letters')).find((row) => row['Client ID'] === id) ?? {};
};

it('reads what came back within the hour, and asks Gmail little for it', async () => {
  await answer('answers@a.example', 'Thank you!\n\n> Unsubscribe: https://gate.example/exec?u=x');
  await answer('away@b.example', 'I am away and will stop by later.', [
    'Auto-Submitted: auto-replied',
  ]);
  const { header } = await mailTo('gone@c.example');
  const bounce = mailSource('postfix-no-such-address')
    .replace(/lin@bakery\.example/g, 'gone@c.example')
    .replace('To: mira', `In-Reply-To: ${header('Message-ID')}\nTo: mira`);
  await host.client.receive({ raw: bounce });
  const { header: ofClick } = await mailTo('click@d.example');
  const web = /<(http[^>]+)>/.exec(ofClick('List-Unsubscribe'))?.[1] ?? '';
  await fetch(web, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  const { text } = await mailTo('page@e.example');
  const page = /http\S+\?u=\S+/.exec(text)?.[0] ?? '';
  expect(await (await fetch(page)).text()).toContain('Stop the letters?');
  await fetch(page, { method: 'POST' });
  const { header: ofMail } = await mailTo('mailto@f.example');
  const subject = decodeURIComponent(/subject=([^>]+)/.exec(ofMail('List-Unsubscribe'))?.[1] ?? '');
  await host.client.receive({ raw: `From: helper@f.example\nSubject: ${subject}\n\n` });
  await answer('says@g.example', '配信停止をお願いします。');
  await host.client.receive({ raw: 'From: aunt@home.example\nSubject: Hello\n\nStop by!' });

  const { runs } = await host.client.moveClock({ advance: 'PT70M', every: 'PT10M' });
  expect(runs.filter(({ error }) => error)).toEqual([]);
  const gmail = (calls: Record<string, number>) =>
    Object.entries(calls).reduce((sum, [name, n]) => sum + (name.startsWith('Gmail.') ? n : 0), 0);
  // Two searches and six mails once; then one or two searches and what the last hour brought.
  const asked = runs.map(({ calls }) => gmail(calls)).filter((count) => count > 0);
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(Math.max(...asked)).toBeLessThanOrEqual(8);

  expect(await letterTo('answers@a.example')).toMatchObject({ Outcome: 'replied' });
  expect((await letterTo('answers@a.example')).Answered).not.toBe('');
  expect(await letterTo('away@b.example')).toMatchObject({ Outcome: '', Answered: '' });
  expect(await letterTo('gone@c.example')).toMatchObject({ Outcome: 'bounced' });
  expect(await clientWith('gone@c.example')).toMatchObject({
    Consent: 'yes',
    Bounced: 'gone@c.example',
  });
});

it.each(['click@d.example', 'page@e.example', 'mailto@f.example', 'says@g.example'])(
  '%s has unsubscribed for good',
  async (email) => {
    expect(await clientWith(email)).toMatchObject({ Consent: 'unsubscribed' });
    expect(await letterTo(email)).toMatchObject({ Outcome: 'unsubscribed' });
  },
);

it('in the next quarter only those are written to who still can be', async () => {
  await host.client.moveClock({ now: '2027-01-20T04:00:00Z', every: 'P1D' });
  const drafted = (await host.rows('Letters')).filter((row) => row.Period === '2027-Q1');
  const ids = new Set(drafted.map((row) => row['Client ID']));
  const emails = (await host.rows('Clients')).filter((row) => ids.has(row['Client ID'] ?? ''));
  expect(emails.map((row) => row.Email)).toEqual(['answers@a.example', 'away@b.example']);
});
