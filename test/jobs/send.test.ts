import { sendApproved } from '../../src/jobs/send';
import { approve } from '../../src/panel/letters';
import { STATE, VAULT } from '../../src/jobs/state';
import { unsubscribeToken } from '../../src/core/clients/client';
import {
  clients,
  letters,
  links,
  occasions,
  products,
  routes,
  stages,
} from '../../src/core/workbook';
import { aClient, aLetter, aLink, anOccasion, aProduct, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

/** A world with so many clients, each with an approved letter that recommends one product. */
function worldWith(count: number): World {
  const world = new World().ready();
  world.put(products, aProduct());
  const channel = 'email' as const;
  world.put(routes, {
    route: 'abc',
    productId: 'P-rank',
    occasionId: 'quarterly-report',
    channel,
    clientId: '',
  });
  for (let i = 0; i < count; i++) {
    const id = `C-${i}`;
    world.put(clients, aClient({ id, email: `client${i}@bakery.example` }));
    world.put(
      letters,
      aLetter({ id: `L-${i}`, clientId: id, status: 'approved', approved: NOW - i }),
    );
    world.put(
      links,
      aLink({
        code: `abcdefg${'abcdefghjkmnpqrstuvwxyz'[i] ?? ''}`,
        clientId: id,
        letterId: `L-${i}`,
      }),
    );
  }
  return world;
}

const send = (world: World) => sendApproved(world.services(), world.now + 270_000);
const statuses = (world: World) => world.rows(letters).map(({ status }) => status);
const receivers = (world: Pick<World, 'sent'>) =>
  world.sent.map(({ raw }) => /^To: [^<]*<([^>]*)>/m.exec(raw)?.[1] ?? '').sort();

describe('sendApproved', () => {
  it('sends each approved letter once, oldest approval first', () => {
    const world = worldWith(3);
    expect(send(world).done).toBe('3 letters sent');
    expect(receivers(world)).toEqual([
      'client0@bakery.example',
      'client1@bakery.example',
      'client2@bakery.example',
    ]);
    expect(receivers({ sent: world.sent.slice(0, 1) })).toEqual(['client2@bakery.example']);
    expect(statuses(world)).toEqual(['sent', 'sent', 'sent']);
    expect(send(world).done).toBe('');
    expect(world.sent).toHaveLength(3);
  });

  it('puts the link, the token and the ways to unsubscribe into the mail', () => {
    const world = worldWith(1);
    send(world);
    const raw = world.sent[0]?.raw.replace(/=\r\n/g, '') ?? '';
    expect(raw).toContain('https://gate.example/exec?l=3Dabcdefga');
    expect(raw).toMatch(/^X-Perennial-Letter: [a-z0-9]{24}\r$/m);
    expect(raw).toContain('https://gate.example/exec?u=C-0.');
  });

  it('sends a letter without the product that its programme keeps out of mails, and says so', () => {
    const world = worldWith(1);
    const amazon = {
      id: 'P-book',
      name: 'Bookish',
      network: 'Amazon Associates',
      destination: 'https://www.amazon.de/dp/B000000000?tag=jo-21',
    };
    world.put(products, aProduct(amazon));
    world.put(
      letters,
      aLetter({
        id: 'L-both',
        clientId: 'C-0',
        status: 'approved',
        products: ['P-rank', 'P-book'],
        body: 'Hello Ms Lin.\n\nThis helps:\n\n[[product A]]\n\nBookish, too:\n\n[[product B]]',
      }),
    );
    for (const [code, productId] of [
      ['abcdefgx', 'P-rank'],
      ['abcdefgy', 'P-book'],
    ] as const) {
      world.put(links, aLink({ code, productId, clientId: 'C-0', letterId: 'L-both' }));
    }
    send(world);
    const raw = world.sent.map((mail) => mail.raw).find((said) => said.includes('abcdefgx'));
    expect(raw).toBeDefined();
    expect(raw).not.toMatch(/Bookish|abcdefgy|amazon/);
    const [letter] = world.rows(letters).filter(({ id }) => id === 'L-both');
    expect(letter).toMatchObject({ status: 'sent' });
    expect(letter?.problem).toContain('Amazon allows no affiliate links in mails');
  });

  it('makes straight links short where a Bitly token is kept, the same one never twice', () => {
    const world = worldWith(2);
    world.set({ linkWay: 'straight' });
    world.vault.set(VAULT.bitlyToken, 'token');
    world.answer = ({ body }) => {
      const { long_url: long } = JSON.parse(body ?? '{}') as { long_url: string };
      const made = { link: `https://bit.ly/${long.slice(-2)}`, long_url: long };
      return { ok: true, status: 201, headers: {}, body: JSON.stringify(made) };
    };
    send(world);
    const texts = world.sent.map(({ raw }) => raw.replace(/=\r\n/g, ''));
    expect(texts.every((raw) => raw.includes('https://bit.ly/g'))).toBe(true);
    expect(world.rows(links).map(({ short }) => short)).toEqual([
      'https://bit.ly/ga',
      'https://bit.ly/gb',
    ]);
    expect(world.requests.filter(({ url }) => url.includes('bitly'))).toHaveLength(2);
  });

  it('leads straight where the programme allows nothing between', () => {
    const world = worldWith(0);
    world.put(
      products,
      aProduct({
        id: 'P-digi',
        network: 'Digistore24',
        destination: 'https://www.digistore24.com/redir/1/jo/',
      }),
    );
    world.put(clients, aClient());
    world.put(letters, aLetter({ status: 'approved', products: ['P-digi'] }));
    world.put(links, aLink({ code: 'abcdefgh', productId: 'P-digi' }));
    send(world);
    const raw = world.sent[0]?.raw.replace(/=\r\n/g, '') ?? '';
    expect(raw).toContain('https://www.digistore24.com/redir/1/jo/?cid=3Dabcdefgh');
    expect(raw).not.toContain('exec?l=');
  });

  it('asks the gate to know the routes before anything leaves', () => {
    const world = worldWith(1);
    send(world);
    const asked = world.requests.map(({ body }) => (JSON.parse(body ?? '{}') as { op: string }).op);
    expect(asked).toEqual(['events', 'routes']);
    expect(world.gate.get({ l: 'abcdefga' })).toMatchObject({
      title: 'A recommendation from Mira Chen',
    });
    send(worldWith(0));
  });

  it('sends nothing where the gate is silent', () => {
    const world = worldWith(1);
    world.state.set(STATE.gate, 'https://other.example/exec');
    expect(() => send(world)).toThrow('did not answer');
    expect([world.sent.length, statuses(world)]).toEqual([0, ['approved']]);
  });

  it.each(['senderName', 'replyTo', 'postalAddress'] as const)(
    'sends nothing without %s',
    (name) => {
      const world = worldWith(1);
      world.set({ [name]: '' });
      expect(() => send(world)).toThrow('Nothing can be sent yet');
      expect(world.sent).toHaveLength(0);
    },
  );

  it('needs no gate where links lead straight to the network', () => {
    const world = worldWith(1);
    world.set({ linkWay: 'straight' });
    world.state.delete(STATE.gate);
    send(world);
    expect(world.sent[0]?.raw.replace(/=\r\n/g, '')).toContain('subId1=3Dabcdefga');
    expect(world.sent[0]?.raw).not.toContain('List-Unsubscribe-Post');
    const [, text = '', html = ''] = world.sent[0]?.raw.replace(/=\r\n/g, '').split('--=_') ?? [];
    for (const shown of [text, html]) {
      expect(shown).toContain('mailto:mira@studio.example?subject=3Dunsubscribe');
    }
  });

  it('does not write to a client who unsubscribed a moment ago', () => {
    const world = worldWith(2);
    world.gate.post('', { u: unsubscribeToken('C-0', 'link-key') });
    send(world);
    expect(receivers(world)).toEqual(['client1@bakery.example']);
    expect(world.rows(clients)[0]?.consent).toBe('unsubscribed');
    expect(world.rows(letters)[0]).toMatchObject({
      status: 'skipped',
      problem: 'The client unsubscribed.',
    });
  });

  it('does not write to an address that unsubscribed in another row, which cannot be read', () => {
    const world = worldWith(1);
    world.put(clients, aClient({ id: 'C-first', email: 'Client0@bakery.example' }));
    const [header = [], ...rows] = world.grid('Clients');
    const first = rows[1] ?? [];
    first.splice(header.indexOf('Consent'), 1, 'unsubscribed');
    first.splice(header.indexOf('Since'), 1, 'spring');
    send(world);
    expect([world.sent.length, statuses(world)]).toEqual([0, ['skipped']]);
    expect(world.rows(letters)[0]?.problem).toBe('The client unsubscribed.');
  });

  it('skips a letter whose reason fell away, and says why', () => {
    const world = worldWith(1);
    world.grid('Products')[1]?.splice(12, 1, 'no');
    expect(send(world).done).toBe('1 skipped');
    expect(world.rows(letters)[0]?.problem).toBe('The product Rankly is not active any more.');
  });

  it('keeps to the day’s quota and leaves the rest for tomorrow', () => {
    const world = worldWith(5);
    world.set({ mailsADay: '3' });
    expect(send(world).done).toBe('3 letters sent, 2 letters left for tomorrow (3 a day)');
    send(world);
    expect(world.sent).toHaveLength(3);
    world.now += 25 * 3600 * 1000;
    send(world);
    expect(world.sent).toHaveLength(5);
  });

  it('does not send what a person changed since it was read', () => {
    const world = worldWith(2);
    world.before = (call) => {
      if (call !== 'sheets.patch') return;
      const row = world.grid('Letters').find(([id]) => id === 'L-0');
      if (row !== undefined) row[7] = 'Another text altogether.\n\n[[product A]]';
    };
    send(world);
    expect(receivers(world)).toEqual(['client1@bakery.example']);
    expect(statuses(world)).toEqual(['approved', 'sent']);
  });

  it('takes back the draft of a letter that a person stops in its last second', () => {
    const world = worldWith(1);
    world.before = (call) => {
      const row = world.grid('Letters')[1];
      if (call === 'mail.createDraft' && row !== undefined) row[5] = 'skipped';
    };
    send(world);
    expect([world.sent.length, world.drafts.size, statuses(world)]).toEqual([0, 0, ['skipped']]);
  });

  it('is not misled by rows that a person sorts, inserts and deletes meanwhile', () => {
    const world = worldWith(4);
    let isDone = false;
    world.before = (call) => {
      if (call !== 'mail.createDraft' || isDone) return;
      isDone = true;
      const [header = [], ...rows] = world.grid('Letters');
      const kept = rows.filter(([id]) => id !== 'L-2').reverse();
      world.grids.set('Letters', [header, header.map(() => ''), ...kept]);
    };
    send(world);
    expect(world.rows(letters).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'L-3 sent',
      'L-1 sent',
      'L-0 sent',
    ]);
    expect(receivers(world)).toEqual([
      'client0@bakery.example',
      'client1@bakery.example',
      'client3@bakery.example',
    ]);
  });

  it('fails one letter that Gmail refuses and sends the others', () => {
    const world = worldWith(2);
    const services = world.services();
    const { createDraft } = services.mail;
    services.mail.createDraft = (raw) => {
      if (raw.includes('client0@')) throw new Error('Invalid To header');
      return createDraft(raw);
    };
    expect(sendApproved(services, world.now + 270_000).problem).toContain('1 letter failed');
    expect(world.rows(letters)[0]).toMatchObject({
      status: 'failed',
      problem: 'Gmail did not take it: Invalid To header',
    });
    expect(receivers(world)).toEqual(['client1@bakery.example']);
  });

  it('stops where Gmail’s own limit is reached, and goes on with the same drafts later', () => {
    const world = worldWith(12);
    const { sendDraft } = world.mail;
    let asked = 0;
    world.mail.sendDraft = () => {
      asked++;
      throw new Error('User-rate limit exceeded.');
    };
    const result = send(world);
    expect(result.problem).toContain('Gmail takes no more for now');
    expect(result.lookAgainAt).toBe(world.now + 3600 * 1000);
    expect([asked, world.sent.length, world.drafts.size]).toEqual([1, 0, 10]);
    expect(statuses(world).sort()).toEqual([
      ...Array<string>(2).fill('approved'),
      ...Array<string>(10).fill('sending'),
    ]);
    world.mail.sendDraft = sendDraft;
    send(world);
    expect([new Set(receivers(world)).size, world.sent.length, world.drafts.size]).toEqual([
      12, 12, 0,
    ]);
    expect(new Set(statuses(world))).toEqual(new Set(['sent']));
  });
});

describe('a letter whose status a person writes over', () => {
  it('does not go again where it has left, and is called sent again', () => {
    const world = worldWith(1);
    send(world);
    world.write(letters, 1, { status: 'approved' });
    expect(send(world).problem).toBe(
      '1 letter marked approved had left before and did not go again.',
    );
    expect([world.sent.length, statuses(world)]).toEqual([1, ['sent']]);
    expect(send(world)).toEqual({ done: '' });
  });

  it('while it leaves is sent all the same, once', () => {
    const world = worldWith(2);
    world.before = (call) => {
      if (call !== 'mail.sendDraft') return;
      for (const row of [1, 2]) world.write(letters, row, { status: 'approved' });
    };
    send(world);
    world.before = () => undefined;
    expect(statuses(world)).toEqual(['sent', 'sent']);
    send(world);
    expect(world.sent).toHaveLength(2);
  });

  it('after a run died behind its leaving is looked up and called sent', () => {
    const world = worldWith(1);
    world.before = (call) => {
      if (call === 'sheets.patch' && world.sent.length > 0) throw new Killed();
    };
    expect(() => send(world)).toThrow(Killed);
    world.before = () => undefined;
    world.write(letters, 1, { status: 'approved' });
    send(world);
    expect([world.sent.length, statuses(world)]).toEqual([1, ['sent']]);
  });

  it('goes with a new draft where the old one is still there', () => {
    const world = worldWith(1);
    world.drafts.set('draft9', { raw: 'old', threadId: 'thread9' });
    world.write(letters, 1, { draftId: 'draft9', threadId: 'thread9' });
    send(world);
    expect([receivers(world), world.drafts.size]).toEqual([['client0@bakery.example'], 0]);
  });

  it('is held where nothing tells whether it left, until a person says so in the sidebar', () => {
    const world = worldWith(1);
    world.write(letters, 1, { draftId: 'draft9', threadId: 'thread9' });
    for (let typed = 0; typed < 2; typed++) {
      expect(send(world).problem).toContain('1 letter held');
      expect([world.sent.length, statuses(world)]).toEqual([0, ['held']]);
      if (typed === 0) world.write(letters, 1, { status: 'approved' });
    }
    approve(world.services(), ['L-0']);
    send(world);
    expect([world.sent.length, statuses(world)]).toEqual([1, ['sent']]);
  });

  it('goes back to be written where it is empty', () => {
    const world = worldWith(1);
    world.write(letters, 1, { subject: '', body: '' });
    const result = send(world);
    expect(result.done).toBe('1 to be written again');
    expect(result.lookAgainAt).toBe(world.now);
    expect(statuses(world)).toEqual(['drafting']);
  });
});

describe('Paused', () => {
  it('stops before the next wave', () => {
    const world = worldWith(12);
    world.before = (call) => {
      if (call === 'mail.sendDraft') world.set({ paused: 'yes' });
    };
    send(world);
    expect(world.sent).toHaveLength(10);
    send(world);
    expect(world.sent).toHaveLength(10);
    world.before = () => undefined;
    world.set({ paused: 'no' });
    send(world);
    expect(world.sent).toHaveLength(12);
  });
});

describe('a trouble of Gmail that passes', () => {
  it('after which the mail has left all the same sends nothing twice', () => {
    const world = worldWith(1);
    const { sendDraft, wasSent } = world.mail;
    world.mail.sendDraft = (draftId) => {
      sendDraft(draftId);
      throw new Error('API call to gmail.users.drafts.send failed with error: Request timed out');
    };
    world.mail.wasSent = () => false;
    expect(send(world)).toMatchObject({ unfinished: true });
    expect(statuses(world)).toEqual(['sending']);
    Object.assign(world.mail, { sendDraft, wasSent });
    send(world);
    expect([world.sent.length, statuses(world)]).toEqual([1, ['sent']]);
    expect(world.rows(letters)[0]?.problem).toBe('');
  });

  it('keeps the draft, which goes with the next run', () => {
    const world = worldWith(2);
    const { sendDraft } = world.mail;
    world.mail.sendDraft = (draftId) => {
      if (draftId === 'draft1') throw new Error('Backend Error');
      sendDraft(draftId);
    };
    expect(send(world).problem).toContain('Gmail stumbled over 1 letter');
    expect([world.sent.length, world.drafts.size]).toEqual([1, 1]);
    world.mail.sendDraft = sendDraft;
    send(world);
    expect([new Set(receivers(world)).size, world.drafts.size]).toEqual([2, 0]);
  });

  it('in making a draft makes no second one', () => {
    const world = worldWith(1);
    const { createDraft } = world.mail;
    world.mail.createDraft = (raw) => {
      createDraft(raw);
      throw new Error('Request timed out');
    };
    send(world);
    expect([world.drafts.size, statuses(world)]).toEqual([1, ['sending']]);
    world.mail.createDraft = createDraft;
    send(world);
    expect([world.sent.length, world.drafts.size, statuses(world)]).toEqual([1, 0, ['sent']]);
  });

  it('three times in a row leaves the others for later', () => {
    const world = worldWith(8);
    let asked = 0;
    world.mail.createDraft = () => {
      asked++;
      throw new Error('Service unavailable');
    };
    expect(send(world)).toMatchObject({ unfinished: true });
    expect(asked).toBe(3);
    expect(statuses(world).filter((status) => status === 'approved')).toHaveLength(5);
  });
});

describe('one letter that cannot go', () => {
  /** Two letters, the first in line with a product of its own. */
  function twoLetters(): World {
    const world = worldWith(2);
    world.put(products, aProduct({ id: 'P-two', name: 'Two' }));
    world.put(
      links,
      aLink({ code: 'abczzzzz', clientId: 'C-1', letterId: 'L-1', productId: 'P-two' }),
    );
    world.write(letters, 2, { products: ['P-two'] });
    return world;
  }
  const sent0 = ['client0@bakery.example'];

  it('for its product’s network is not known waits, and the others go', () => {
    const world = twoLetters();
    world.write(products, 2, { network: 'Impact Radius' });
    expect(send(world).problem).toContain('1 letter cannot go before a cell is corrected');
    expect(receivers(world)).toEqual(sent0);
    expect(world.rows(letters)[1]).toMatchObject({ status: 'approved' });
    expect(world.rows(letters)[1]?.problem).toContain('“Impact Radius” is not a network');
    world.write(products, 2, { network: 'Impact' });
    send(world);
    expect(world.sent).toHaveLength(2);
  });

  it('takes no place of the day’s quota', () => {
    const world = twoLetters();
    world.set({ mailsADay: '1' });
    world.write(products, 2, { network: 'Impact Radius' });
    send(world);
    expect(receivers(world)).toEqual(sent0);
  });

  it('holds half a character and goes with a mark in its place', () => {
    const world = twoLetters();
    world.write(letters, 2, { body: 'Cut here \ud83d\n\n[[product A]]' });
    expect(send(world).done).toBe('2 letters sent');
  });

  it('is too big fails alone', () => {
    const world = twoLetters();
    const { createDraft } = world.mail;
    world.mail.createDraft = (raw) => {
      if (raw.includes('client1@')) throw new Error('Message size exceeds limit 502500');
      return createDraft(raw);
    };
    send(world);
    expect([receivers(world), statuses(world)]).toEqual([sent0, ['sent', 'failed']]);
  });

  it.each([
    ['Products', 'Months', 'twelve'],
    ['Clients', 'Since', 'spring'],
  ])('for a cell of %s in %s cannot be read waits until it is put right', (tab, title, value) => {
    const world = twoLetters();
    const row = world.grid(tab)[2] ?? [];
    const at = world.grid(tab)[0]?.indexOf(title) ?? -1;
    const [before = ''] = row.splice(at, 1, value);
    send(world);
    expect([receivers(world), statuses(world)]).toEqual([sent0, ['sent', 'approved']]);
    expect(world.rows(letters)[1]?.problem).toContain(`${tab} tab holds something that cannot`);
    const noted = world.snapshot();
    send(world);
    expect(world.snapshot()).toBe(noted);
    row.splice(at, 1, before);
    send(world);
    expect([world.sent.length, statuses(world)]).toEqual([2, ['sent', 'sent']]);
    expect(world.rows(letters)[1]?.problem).toBe('');
  });

  it('for its own row cannot be read stays, and that is said', () => {
    const world = twoLetters();
    const at = world.grid('Letters')[0]?.indexOf('Created') ?? -1;
    world.grid('Letters')[2]?.splice(at, 1, 'spring');
    expect(send(world).problem).toContain('1 letter in the Letters tab could not be read whole');
    expect(receivers(world)).toEqual(sent0);
  });
});

describe('after an execution that died', () => {
  it('holds a letter whose draft is gone without a trace, and never sends it by itself', () => {
    const world = worldWith(0);
    world.put(clients, aClient());
    world.put(letters, aLetter({ status: 'sending', draftId: 'draft9', threadId: 'thread9' }));
    expect(send(world).problem).toContain('1 letter held');
    expect(statuses(world)).toEqual(['held']);
    send(world);
    expect(world.sent).toHaveLength(0);
  });

  it('sends what has no id and is not in the mailbox, where all of the mailbox was seen', () => {
    const world = worldWith(1);
    world.write(letters, 1, { status: 'sending' });
    send(world);
    expect([world.sent.length, statuses(world)]).toEqual([1, ['sent']]);
  });

  it('holds what has no id where the mailbox is too big to be looked through', () => {
    const world = worldWith(1);
    world.isMailboxSmall = false;
    world.write(letters, 1, { status: 'sending' });
    expect(send(world).problem).toContain('1 letter held');
    expect([world.sent.length, statuses(world)]).toEqual([0, ['held']]);
  });

  it('keeps to the day’s quota with drafts too, and says when there is room', () => {
    const world = worldWith(2);
    world.set({ mailsADay: '1' });
    for (const row of [1, 2]) {
      const ids = { draftId: `draft${row}`, threadId: `thread${row}` };
      world.write(letters, row, { status: 'sending', ...ids });
      world.drafts.set(ids.draftId, { raw: '', threadId: ids.threadId });
    }
    const result = send(world);
    expect([world.sent.length, world.drafts.size]).toEqual([1, 1]);
    expect(result.done).toBe('1 letter sent, 1 letter left for tomorrow (1 a day)');
    world.now = result.lookAgainAt ?? 0;
    send(world);
    expect([world.sent.length, world.drafts.size]).toEqual([2, 0]);
  });

  it('looks through the mailbox once for all letters', () => {
    const world = worldWith(6);
    for (let row = 1; row <= 6; row++) world.write(letters, row, { status: 'sending' });
    send(world);
    expect(world.calls.filter((call) => call === 'mail.findMails')).toHaveLength(1);
    expect(world.sent).toHaveLength(6);
  });

  it('sends in the same run a letter that never came to have a draft', () => {
    const world = worldWith(2);
    const row = world.grid('Letters')[1] ?? [];
    row.splice(5, 1, 'sending');
    expect(send(world).done).toBe('2 letters sent');
    expect(statuses(world)).toEqual(['sent', 'sent']);
    expect(receivers(world)).toEqual(['client0@bakery.example', 'client1@bakery.example']);
  });

  it('does not send a stranded draft to a client who unsubscribed since', () => {
    const world = worldWith(1);
    const row = world.grid('Letters')[1] ?? [];
    row.splice(5, 1, 'sending');
    row.splice(11, 2, 'draft1', 'thread1');
    world.drafts.set('draft1', { raw: '', threadId: 'thread1' });
    world.gate.post('', { u: unsubscribeToken('C-0', 'link-key') });
    send(world);
    expect([world.sent.length, world.drafts.size, statuses(world)]).toEqual([0, 0, ['skipped']]);
  });

  it('sends every letter exactly once, wherever the execution died, twice in a row too', () => {
    const whole = worldWith(3);
    send(whole);
    const length = whole.calls.length;
    expect(length).toBeGreaterThan(15);
    for (let first = 0; first < length; first++) {
      for (const second of [Infinity, Math.floor(length / 3), 8]) {
        const world = worldWith(3);
        for (const killAt of [first, second, Infinity, Infinity]) {
          world.killAt = killAt;
          try {
            send(world);
          } catch (error) {
            if (!wasKilled(error)) throw error;
          }
        }
        expect([first, second, receivers(world), world.drafts.size, statuses(world)]).toEqual([
          first,
          second,
          ['client0@bakery.example', 'client1@bakery.example', 'client2@bakery.example'],
          0,
          ['sent', 'sent', 'sent'],
        ]);
      }
    }
  });
});

/** A mailbox that does not answer is a problem of its own, with what happened as its cause. */
function wasKilled(error: unknown): boolean {
  return error instanceof Killed || (error as Error).cause instanceof Killed;
}

it('never lets the link key out', () => {
  const world = worldWith(2);
  send(world);
  const secret = world.vault.get(VAULT.linkKey) ?? 'none';
  expect(world.sent.map(({ raw }) => raw).join()).not.toContain(secret);
  expect(JSON.stringify(world.requests)).not.toContain(secret);
});

describe('whose turn it is', () => {
  const THANKS = { id: 'thank-you', when: 'stage', detail: 'Delivered', waitDays: 3 } as const;
  const DAY = '2026-11-17';
  const DAYS = 24 * 3600 * 1000;

  /** A client with a report and a thank-you letter, both approved, the report before the other. */
  function twoKinds(): World {
    const world = worldWith(1);
    world.put(occasions, anOccasion(), anOccasion(THANKS));
    world.put(
      letters,
      aLetter({
        id: 'L-thanks',
        clientId: 'C-0',
        occasionId: 'thank-you',
        period: DAY,
        status: 'approved',
        approved: NOW,
        products: [],
        body: 'Hello Ms Lin,\n\nthank you.\n\nMira',
      }),
    );
    world.put(stages, {
      clientId: 'C-0',
      stage: 'Delivered',
      first: '2026-11-01',
      reached: [`Delivered ${DAY}`],
      former: '',
      moved: null,
      started: [],
    });
    return world;
  }
  const states = (world: World) =>
    Object.fromEntries(world.rows(letters).map(({ id, status }) => [id, status]));

  it('sends a client the more urgent of two letters, and the other after some days', () => {
    const world = twoKinds();
    expect(send(world).done).toBe(
      '1 letter sent, 1 letter kept until later, for the clients’ sake',
    );
    expect(states(world)).toEqual({ 'L-0': 'approved', 'L-thanks': 'sent' });
    expect(world.rows(letters)[0]?.problem).toBe(
      'Waits until Sat 28 Nov, for the client got a letter on Sat 21 Nov.',
    );
    expect(send(world).done).toBe('');
    world.now += 7 * DAYS;
    send(world);
    expect(states(world)).toEqual({ 'L-0': 'sent', 'L-thanks': 'sent' });
    expect(world.sent).toHaveLength(2);
  });

  it('ends a follow-up that was answered meanwhile, and no report', () => {
    const world = twoKinds();
    const sent = NOW - 3 * DAYS;
    world.put(
      letters,
      aLetter({ id: 'L-old', clientId: 'C-0', period: '2026-Q3', status: 'sent', sent }),
    );
    world.write(letters, 3, { outcome: 'replied' });
    world.set({ daysBetween: '0' });
    send(world);
    expect(states(world)).toMatchObject({ 'L-0': 'sent', 'L-thanks': 'skipped' });
    expect(world.rows(letters)[1]?.problem).toBe('The client has answered meanwhile.');
  });

  it('lets nothing go to a client whose other letter is still on its way', () => {
    const world = twoKinds();
    world.write(letters, 2, { status: 'sending', draftId: 'gone', threadId: 'gone' });
    world.mail.hasDraft = () => {
      throw new Error('Gmail: Backend Error');
    };
    send(world);
    expect(states(world)).toEqual({ 'L-0': 'approved', 'L-thanks': 'sending' });
  });
});
