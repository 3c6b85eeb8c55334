import PostalMime from 'postal-mime';
import { SETTINGS } from '../../src/core/settings';
import { type Client, clients, letters, occasions, products } from '../../src/core/workbook';
import { sendApproved } from '../../src/jobs/send';
import { writeLetters } from '../../src/jobs/write';
import { aClient, anOccasion, aProduct, NOW } from '../support/rows';
import { World } from '../support/services';

const DEADLINE = NOW + 1e9;

/** A client with this consent, for whom letters are written and, where there are any, approved. */
function written(consent: Client['consent']): World {
  const world = new World().ready();
  world.answer = () => ({
    ok: true,
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<title>Lin Bakery</title><h1>Bread</h1><p>Fresh bread and cake every day from seven in the morning.</p>',
  });
  world.put(clients, aClient({ consent }));
  world.put(products, aProduct());
  world.put(occasions, anOccasion());
  writeLetters(world.services(), DEADLINE);
  return world;
}

function approve(world: World): void {
  world.rows(letters).forEach((_, n) => {
    world.write(letters, n + 1, { status: 'approved', approved: NOW });
  });
}

async function sent(world: World) {
  approve(world);
  sendApproved(world.services(), DEADLINE);
  return Promise.all(world.sent.map(({ raw }) => PostalMime.parse(raw)));
}

it('yes: the report with recommendations, and the disclosure before them', async () => {
  const [mail] = await sent(written('yes'));
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain('affiliate links');
    expect(part).toMatch(/gate\.example\/exec\?l/);
  }
});

it('service only: the report without any affiliate link', async () => {
  const [mail] = await sent(written('service only'));
  expect(mail?.text).toContain('bakery.example');
  for (const part of [mail?.text, mail?.html]) {
    expect(part).not.toMatch(/affiliate|gate\.example\/exec\?l|Rankly/);
  }
});

it.each(['unsubscribed', ''] as const)('“%s”: nothing is written', (consent) => {
  expect(written(consent).rows(letters)).toEqual([]);
});

it.each(['unsubscribed', ''] as const)(
  '“%s” after a letter was approved: it does not leave',
  async (consent) => {
    const world = written('yes');
    world.write(clients, 1, { consent });
    expect(await sent(world)).toEqual([]);
  },
);

it('service only after a letter with recommendations was approved: it does not leave so', async () => {
  const world = written('yes');
  world.write(clients, 1, { consent: 'service only' });
  const mails = await sent(world);
  expect(mails.filter(({ text = '' }) => text.includes('exec?l'))).toEqual([]);
});

it('nothing leaves without a postal address, whatever is typed', () => {
  for (const postalAddress of ['', '   ']) {
    const world = written('yes');
    world.set({ postalAddress });
    approve(world);
    expect(() => sendApproved(world.services(), DEADLINE)).toThrow(/Postal address/);
    expect(world.sent).toEqual([]);
  }
});

it('no words of a person’s take the disclosure away, nor address, reason and unsubscribe', async () => {
  const world = written('yes');
  world.write(letters, 1, { body: '[[product A]]' });
  const [mail] = await sent(world);
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    expect(part.indexOf('affiliate links')).toBeGreaterThan(-1);
    expect(part.indexOf('affiliate links')).toBeLessThan(part.indexOf('Rankly'));
    expect(part).toContain('1 Any Street, Taipei');
    expect(part).toContain('because you agreed to hear from Mira Chen');
    expect(part).toMatch(/Unsubscribe/);
  }
});

it('no setting switches any of it off', () => {
  const titles = Object.values(SETTINGS).map(({ title }) => title.toLowerCase());
  expect(titles.filter((title) => /disclosure|unsubscribe|footer/.test(title))).toEqual([]);
});
