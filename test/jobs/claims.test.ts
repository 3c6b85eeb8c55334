import { fingerprint } from '../../src/core/identity';
import { commissions, links, products } from '../../src/core/workbook';
import { collect } from '../../src/jobs/collect';
import { VAULT } from '../../src/jobs/state';
import { panel } from '../../src/panel';
import type { PanelAnswers } from '../../src/panel/protocol';
import { aLink, aProduct } from '../support/rows';
import { World } from '../support/services';

/** A world whose freelancer made an address for Impact. */
function worldWithAddress(): { world: World; secret: string } {
  const world = new World().ready();
  world.put(products, aProduct());
  world.put(links, aLink());
  const { addresses } = panel(world.services(), {
    do: 'addPostback',
    network: 'Impact',
  }) as PanelAnswers['addPostback'];
  const secret = /[?&]p=([^&]+)/.exec(addresses[0]?.address ?? '')?.[1] ?? '';
  return { world, secret };
}

const call = (world: World, secret: string, fields: Record<string, string>) =>
  world.gate.get({ p: secret, ...fields });

describe('a postback’s way', () => {
  it('from the sidebar’s address to a pending row, once however often it comes', () => {
    const { world, secret } = worldWithAddress();
    expect(secret).toMatch(/^\w{32}$/);
    const fields = { sub: 'ABCDEFGHVVVVV', id: '4711', amount: '12.50', currency: 'USD' };
    call(world, secret, fields);
    call(world, secret, fields);
    expect(collect(world.services()).done).toBe('1 sale claimed by postback');
    call(world, secret, fields);
    collect(world.services());
    expect(world.rows(commissions)).toMatchObject([
      {
        network: 'Impact',
        externalId: '4711',
        status: 'pending',
        source: 'by postback',
        subId: 'ABCDEFGHVVVVV',
        commission: { minor: 1250, currency: 'USD' },
      },
    ]);
  });

  it('is told in a sentence where it cannot be read, and the good ones go on', () => {
    const { world, secret } = worldWithAddress();
    call(world, secret, { sub: 'abcdefgh', id: '1', amount: '{Payout}' });
    call(world, secret, { sub: 'abcdefgh', id: '2', amount: '1' });
    const { problem } = collect(world.services());
    expect(problem).toContain('Impact: A postback named the amount “”');
    expect(world.rows(commissions)).toHaveLength(1);
  });

  it('is nothing with a wrong secret', () => {
    const { world } = worldWithAddress();
    call(world, 'guess', { id: '1', amount: '1' });
    collect(world.services());
    expect(world.rows(commissions)).toEqual([]);
  });

  it('cannot write a formula', () => {
    const { world, secret } = worldWithAddress();
    call(world, secret, { sub: '=1+1', id: '=IMPORTXML("x")', amount: '1' });
    collect(world.services());
    expect(world.rows(commissions)).toMatchObject([
      { externalId: '=IMPORTXML("x")', subId: '=1+1' },
    ]);
  });
});

it('an address is made once; the gate knows only its fingerprint', () => {
  const { world, secret } = worldWithAddress();
  const again = panel(world.services(), {
    do: 'addPostback',
    network: 'impact',
  }) as PanelAnswers['postbacks'];
  expect(again.addresses).toHaveLength(1);
  expect(again.addresses[0]?.address).toContain(secret);
  const pushed = world.requests
    .map(({ body }) => body ?? '')
    .find((body) => body.includes('"op":"routes"'));
  expect(pushed).toContain(fingerprint(secret));
  expect(pushed).not.toContain(secret);
  expect(world.vault.get(VAULT.postbackKeys)).toContain(secret);
});
