import { sendApproved } from '../../src/jobs/send';
import { STATE, VAULT } from '../../src/jobs/state';
import { unsubscribeToken } from '../../src/core/clients/client';
import { clients, letters, links, products, routes } from '../../src/core/workbook';
import { aClient, aLetter, aLink, aProduct, NOW } from '../support/rows';
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

  it('stops and keeps the rest approved where Gmail’s own limit is reached', () => {
    const world = worldWith(3);
    const services = world.services();
    services.mail.sendDraft = () => {
      throw new Error('User-rate limit exceeded.');
    };
    expect(sendApproved(services, world.now + 270_000).problem).toContain(
      'Gmail takes no more for now',
    );
    expect([world.sent.length, world.drafts.size, statuses(world)]).toEqual([
      0,
      0,
      ['approved', 'approved', 'approved'],
    ]);
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
            if (!(error instanceof Killed)) throw error;
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

it('never lets the link key out', () => {
  const world = worldWith(2);
  send(world);
  const secret = world.vault.get(VAULT.linkKey) ?? 'none';
  expect(world.sent.map(({ raw }) => raw).join()).not.toContain(secret);
  expect(JSON.stringify(world.requests)).not.toContain(secret);
});
