import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import { letterId } from '../../src/core/letters/due';
import { unmeasuredNumbers } from '../../src/core/letters/unmeasured';
import type { Look } from '../../src/core/site/look';
import {
  type Client,
  clicks,
  clients,
  drafts,
  findings,
  letters,
  links,
  occasions,
  products,
  routes,
  tastes,
} from '../../src/core/workbook';
import { seoHealth } from '../../src/core/letters/reports/seo-health';
import { lookAt } from '../../src/jobs/look';
import { VAULT } from '../../src/jobs/state';
import { writeLetters } from '../../src/jobs/write';
import { keepFindings } from '../../src/jobs/writing/findings';
import { aClick, aClient, aLetter, anOccasion, aProduct, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

const PAGE = '<title>Bread</title><h1>Bread</h1><p>Fresh bread and cake every day from seven.</p>';

const reply = (subject: string, body: string): HttpAnswer => ({
  ok: true,
  status: 200,
  headers: {},
  body: JSON.stringify({
    status: 'completed',
    output: [
      {
        type: 'message',
        content: [{ type: 'output_text', text: JSON.stringify({ subject, body }) }],
      },
    ],
    usage: { input_tokens: 1, output_tokens: 1 },
  }),
});

const marksOf = (request: HttpRequest): string[] =>
  /PLACES: (.*?)\\n/.exec(request.body ?? '')?.[1]?.match(/\[\[[^\]]+\]\]/g) ?? [];

/** A writer that does as it is told. */
const obedient = (request: HttpRequest): HttpAnswer =>
  reply(
    'Your site',
    ['Hello there, this is a letter long enough to pass.', ...marksOf(request), 'Mira'].join(
      '\n\n',
    ),
  );

function worldWith(count: number, write: (request: HttpRequest) => HttpAnswer = obedient): World {
  const world = new World().ready();
  world.vault.set(VAULT.openAiKey, 'sk-test');
  world.put(occasions, anOccasion());
  world.put(products, aProduct(), aProduct({ id: 'P-host', name: 'Hosty', category: 'hosting' }));
  for (let i = 0; i < count; i++) {
    world.put(
      clients,
      aClient({ id: `C-${i}`, email: `client${i}@bakery.example`, website: `site${i}.example` }),
    );
  }
  world.answer = (request) =>
    request.url.includes('api.openai.com')
      ? write(request)
      : { ok: true, status: 200, headers: { 'content-type': 'text/html' }, body: PAGE };
  return world;
}

const write = (world: World) => writeLetters(world.services(), world.now + 270_000);
const asked = (world: World) => world.requests.filter(({ url }) => url.includes('openai'));

it('follows up on past work: a brand report after a logo, a hello where there is no site', () => {
  const world = worldWith(0);
  world.vault.delete(VAULT.openAiKey);
  const place = { industry: 'bakery', language: 'en' };
  world.put(
    clients,
    aClient({ ...place, id: 'C-brand', website: 'lin.example', pastWork: ['Logo'] }),
    aClient({ ...place, id: 'C-none', email: 'a@b.example', website: '', pastWork: ['Logo'] }),
  );
  write(world);
  const [brand, hello] = ['C-brand', 'C-none'].map((id) =>
    world.rows(letters).find(({ clientId }) => clientId === id),
  );
  expect(brand?.subject).toBe('Your brand on the web this quarter: lin.example');
  expect(brand?.body).toContain('How your brand shows\n✗ A shared link shows no picture');
  expect(brand?.checks).toContain('✗ share-image: no og:image');
  expect(brand?.checks).not.toContain('meta-description');
  expect(hello?.subject).toBe('A short hello, Ms Lin');
  expect(hello?.body).not.toMatch(/[✗✓◦]/);
  const found = world.rows(findings).map(({ clientId, found: kept }) => [clientId, kept]);
  expect(found).toEqual([['C-brand', expect.stringContaining('share-image')]]);
});

it('tells the writer what the report is about, after the occasion’s own brief', () => {
  const world = worldWith(1);
  write(world);
  expect(asked(world)[0]?.body).toMatch(/letter's purpose: .*how well search engines/);
});

describe('writeLetters', () => {
  it('drafts each letter that is due, with two products, their links and the report', () => {
    const world = worldWith(1);
    expect(write(world).done).toBe('1 letter became due, 1 draft written');
    const [letter] = world.rows(letters);
    expect(letter).toMatchObject({
      id: letterId('C-0', 'quarterly-report', '2026-Q4'),
      status: 'drafted',
      writer: 'gpt-6-luna',
      products: ['P-host', 'P-rank'],
      subject: 'Your site',
      problem: '',
    });
    expect(letter?.body).toContain('✗ The page has no description');
    expect(letter?.body).toContain('[[product A]]');
    expect(letter?.body).not.toContain('[[report]]');
    expect(letter?.checks).toContain('Measured on https://site0.example/');
    expect(world.rows(links).map(({ productId, letterId: id }) => [productId, id])).toEqual([
      ['P-host', letter?.id],
      ['P-rank', letter?.id],
    ]);
    expect(world.rows(routes)).toHaveLength(2);
  });

  it('keeps the evidence of every number that it writes', () => {
    const world = worldWith(1);
    write(world);
    const [letter] = world.rows(letters);
    if (letter === undefined) throw new Error('no letter');
    expect(letter.body).toMatch(/\d+ of \d+ checks passed/);
    const about = { client: aClient(), products: world.rows(products), language: 'en' };
    expect(unmeasuredNumbers(letter, about)).toEqual([]);
    expect(unmeasuredNumbers({ ...letter, checks: '' }, about)).not.toEqual([]);
  });

  it('recommends different products in all letters to one client, though they are written in one run', () => {
    const world = worldWith(1);
    world.put(products, aProduct({ id: 'P-mail', name: 'Mailo', category: 'mail' }));
    world.grids.set('Occasions', world.grid('Occasions').slice(0, 1));
    for (const title of ['季度報告', '年度報告', 'Quarterly report']) {
      world.put(occasions, anOccasion({ id: '', title, products: 1 }));
    }
    write(world);
    const all = world.rows(letters).flatMap((letter) => letter.products);
    expect(world.rows(letters)).toHaveLength(3);
    expect(all.sort()).toEqual(['P-host', 'P-mail', 'P-rank']);
  });

  it('changes nothing the second time', () => {
    const world = worldWith(3);
    write(world);
    const before = world.snapshot();
    expect(write(world).done).toBe('');
    expect(world.snapshot()).toBe(before);
  });

  it('writes in waves of eight, each of them saved', () => {
    const world = worldWith(20);
    const sizes: number[] = [];
    world.before = (call) => {
      if (call !== 'sheets.patch') return;
      sizes.push(asked(world).length);
    };
    write(world);
    expect(sizes).toEqual([8, 16, 20]);
  });

  it('asks the model at once and plainly, without the notes becoming orders or the key leaking', () => {
    const world = worldWith(1);
    write(world);
    const [request] = asked(world);
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ store: false, model: 'gpt-6-luna' });
    expect(request?.body).not.toContain('sk-test');
    expect(world.snapshot()).not.toContain('sk-test');
  });

  it('writes plain letters at once where there is no key', () => {
    const world = worldWith(2);
    world.vault.delete(VAULT.openAiKey);
    expect(write(world).done).toBe('2 letters became due, 2 drafts written, 2 of them without AI');
    expect(asked(world)).toHaveLength(0);
    expect(world.rows(letters).map(({ writer, problem }) => [writer, problem])).toEqual([
      ['plain', ''],
      ['plain', ''],
    ]);
  });

  it('sends no recommendations to a client who agreed to the report only', () => {
    const world = worldWith(0);
    world.put(clients, aClient({ consent: 'service only' }));
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({ status: 'drafted', products: [] });
    expect(world.rows(links)).toEqual([]);
  });

  it('approves by itself only where the occasion says so and every check passed', () => {
    const world = worldWith(1);
    world.grids.set('Occasions', world.grid('Occasions').slice(0, 1));
    world.put(occasions, anOccasion({ approval: 'auto' }));
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({ status: 'approved', approved: NOW });
    const failing = worldWith(1, () => reply('x', 'y'));
    failing.grids.set('Occasions', failing.grid('Occasions').slice(0, 1));
    failing.put(occasions, anOccasion({ approval: 'auto' }));
    write(failing);
    expect(failing.rows(letters)[0]?.status).toBe('drafted');
  });

  it('skips a letter whose client is gone', () => {
    const world = worldWith(0);
    world.put(letters, aLetter({ status: 'drafting', clientId: 'C-gone' }));
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({
      status: 'skipped',
      problem: expect.stringContaining('no longer in the Clients tab') as string,
    });
  });

  it.each([
    ['Clients', 'Since', 'spring'],
    ['Occasions', 'Wait days', 'soon'],
    ['Occasions', 'Active', 'no'],
  ])('keeps a letter waiting while %s says “%s: %s”, and says so once', (tab, title, value) => {
    const world = worldWith(1);
    world.put(letters, aLetter({ id: 'L-9', clientId: 'C-0', status: 'drafting', body: '' }));
    const row = world.grid(tab)[1] ?? [];
    const at = world.grid(tab)[0]?.indexOf(title) ?? -1;
    const [before = ''] = row.splice(at, 1, value);
    write(world);
    const letter = () => world.rows(letters).find(({ id }) => id === 'L-9');
    expect(letter()).toMatchObject({ status: 'drafting' });
    expect(letter()?.problem).toContain(`in the ${tab} tab`);
    const noted = world.snapshot();
    write(world);
    expect(world.snapshot()).toBe(noted);
    row.splice(at, 1, before);
    write(world);
    expect(letter()).toMatchObject({ status: 'drafted', problem: '' });
  });

  it('skips a letter whose occasion is gone', () => {
    const world = worldWith(1);
    world.put(letters, aLetter({ status: 'drafting', clientId: 'C-0', occasionId: 'gone' }));
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({ status: 'skipped' });
  });

  it('stops before the next wave where a person pauses it', () => {
    const world = worldWith(20);
    world.before = (call) => {
      if (call === 'sheets.patch') world.set({ paused: 'yes' });
    };
    write(world);
    expect(world.rows(letters).filter(({ status }) => status === 'drafted')).toHaveLength(8);
  });

  it('stops in time, keeps its place and goes on', () => {
    const world = worldWith(20);
    const first = writeLetters(world.services(), world.now - 1);
    expect(first).toMatchObject({ unfinished: true });
    expect(world.rows(letters).map(({ status }) => status)).toEqual(Array(20).fill('drafting'));
    expect(write(world).unfinished).toBe(false);
    expect(world.rows(letters).every(({ status }) => status === 'drafted')).toBe(true);
  });
});

describe('what was found at a site', () => {
  const bare = (world: World): void => {
    world.answer = () => ({
      ok: true,
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<p>Bread</p>',
    });
  };

  it('is kept for its quarter, once, and as it was seen last', () => {
    const world = worldWith(2);
    write(world);
    const before = world.rows(findings);
    expect(before.map(({ clientId, quarter }) => [clientId, quarter])).toEqual([
      ['C-0', '2026-Q4'],
      ['C-1', '2026-Q4'],
    ]);
    bare(world);
    keepFindings(world.services(), [{ clientId: 'C-0', look: lookAtBare(world) }], '2026-12-01');
    const after = world.rows(findings);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]).toMatchObject({ day: '2026-12-01' });
    expect(after[0]?.found).not.toBe(before[0]?.found);
    expect(after[1]).toEqual(before[1]);
  });

  it('is compared with the last quarter that has something', () => {
    const world = worldWith(1);
    write(world);
    bare(world);
    const looked = [
      { clientId: 'C-0', look: lookAtBare(world) },
      { clientId: 'C-new', look: lookAtBare(world) },
      { clientId: 'C-unseen', look: { seen: false, why: 'no answer' } as const },
    ];
    const [changes, ...others] = keepFindings(world.services(), looked, '2027-05-02');
    expect(changes).toMatchObject({ since: '2026-Q4' });
    expect(changes?.fresh).toContain('document-title');
    expect(others).toEqual([undefined, undefined]);
  });

  function lookAtBare(world: World): Look {
    const [look] =
      lookAt(world.services(), [{ website: 'site0.example', report: seoHealth }], Infinity) ?? [];
    if (look === undefined) throw new Error('not looked at');
    return look;
  }
});

describe('a draft that fails', () => {
  it('gets one second try that names the failures', () => {
    const world = worldWith(1, (request) =>
      (request.body ?? '').includes('assistant')
        ? obedient(request)
        : reply('Your site', 'Traffic grew by 73 %. '.repeat(5)),
    );
    write(world);
    expect(asked(world)).toHaveLength(2);
    expect(asked(world)[1]?.body).toContain('“73” is not a number from the facts');
    expect(world.rows(letters)[0]).toMatchObject({ writer: 'gpt-6-luna', problem: '' });
  });

  it('twice becomes a plain letter, marked so', () => {
    const world = worldWith(1, () => reply('Your site', 'Traffic grew by 73 %. '.repeat(5)));
    write(world);
    const [letter] = world.rows(letters);
    expect(asked(world)).toHaveLength(2);
    expect(letter).toMatchObject({ status: 'drafted', writer: 'plain' });
    expect(letter?.problem).toContain('Written without AI, for its draft failed twice');
    expect(letter?.body).not.toContain('73');
  });

  it('or is refused twice becomes a plain letter too', () => {
    const refusal = {
      status: 'completed',
      output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }],
    };
    const world = worldWith(1, () => ({
      ok: true,
      status: 200,
      headers: {},
      body: JSON.stringify(refusal),
    }));
    write(world);
    expect(world.rows(letters)[0]?.problem).toContain('it refused: No.');
  });
});

describe('a writer’s service that fails', () => {
  const failure = (status: number, code: string, headers = {}): HttpAnswer => ({
    ok: true,
    status,
    headers,
    body: JSON.stringify({ error: { message: 'why', code } }),
  });

  it('is waited for as long as it asks, and asked again', () => {
    let turn = 0;
    const world = worldWith(1, (request) =>
      turn++ === 0
        ? failure(429, 'rate_limit_exceeded', { 'retry-after': '7' })
        : obedient(request),
    );
    write(world);
    expect(world.slept).toBe(7000);
    expect(world.rows(letters)[0]?.writer).toBe('gpt-6-luna');
  });

  it('for long leaves the letters for the next beat', () => {
    const world = worldWith(10, () => failure(503, 'server_is_overloaded'));
    const result = write(world);
    expect(result).toMatchObject({ unfinished: true });
    expect(result.problem).toContain('The writer is busy');
    expect(world.rows(letters).every(({ status }) => status === 'drafting')).toBe(true);
    expect(asked(world)).toHaveLength(24);
  });

  it('all day is gone without', () => {
    const world = worldWith(2, () => failure(503, 'server_is_overloaded'));
    write(world);
    world.now += 25 * 3600 * 1000;
    write(world);
    expect(world.rows(letters).map(({ writer }) => writer)).toEqual(['plain', 'plain']);
    expect(world.rows(letters)[0]?.problem).toContain('busy all day');
  });

  it('by silence keeps no run longer than it has, and after a day is gone without', () => {
    const world = worldWith(9);
    const asks: number[] = [];
    world.answer = ((answer) => (request: HttpRequest) => {
      if (!request.url.includes('openai')) return answer(request);
      asks.push(request.timeoutSeconds);
      // All are asked at once, so only the first of a turn takes time.
      if (asks.length % 8 === 1) world.now += request.timeoutSeconds * 1000;
      return { ok: false, error: 'Timeout' };
    })(world.answer);
    const start = world.now;
    expect(write(world)).toMatchObject({ unfinished: true });
    expect(world.now - start).toBeLessThanOrEqual(270_000);
    expect(asks.length).toBeGreaterThan(8);
    world.now += 25 * 3600 * 1000;
    write(world);
    expect(world.rows(letters).slice(0, 8)).toMatchObject(
      Array(8).fill({ status: 'drafted', writer: 'plain' }),
    );
  });

  it('in a run that Google ended is waited for since that run', () => {
    const world = worldWith(1);
    world.answer = ((answer) => (request: HttpRequest) => {
      if (request.url.includes('openai')) throw new Killed();
      return answer(request);
    })(world.answer);
    expect(() => write(world)).toThrow(Killed);
    world.now += 25 * 3600 * 1000;
    world.answer = () => failure(503, 'server_is_overloaded');
    write(world);
    expect(world.rows(letters)[0]?.writer).toBe('plain');
  });

  it('is not asked for a letter that there is no time for, and not called busy for it', () => {
    const world = worldWith(1);
    world.answer = ((answer) => (request: HttpRequest) => {
      if (!request.url.includes('openai')) world.now += 230_000;
      return answer(request);
    })(world.answer);
    const result = write(world);
    expect(result).toMatchObject({ unfinished: true });
    expect(result.problem).toBeUndefined();
    expect([asked(world).length, world.state.has('BUSY_SINCE')]).toEqual([0, false]);
    expect(world.rows(letters)[0]?.status).toBe('drafting');
  });

  it('declines one letter as flagged and writes the others', () => {
    const world = worldWith(2, (request) =>
      (request.body ?? '').includes('site1.example')
        ? failure(400, 'invalid_prompt')
        : obedient(request),
    );
    write(world);
    expect(world.rows(letters).map(({ writer }) => writer)).toEqual(['gpt-6-luna', 'plain']);
  });

  it('repeats the key in vain: it stands nowhere', () => {
    const world = worldWith(1, (request) => ({
      ok: true,
      status: 401,
      headers: {},
      body: JSON.stringify({
        error: { message: `Wrong key: ${request.headers?.Authorization ?? ''}`, code: 'x' },
      }),
    }));
    expect(write(world).problem).toContain('Wrong key: Bearer •••');
    expect(world.snapshot()).not.toContain('sk-test');
  });

  it('for good is gone without at once, and a person is told', () => {
    const world = worldWith(20, () => failure(401, 'invalid_api_key'));
    const result = write(world);
    expect(result.problem).toContain('OpenAI refused the key');
    expect(world.rows(letters).every(({ writer }) => writer === 'plain')).toBe(true);
    expect(asked(world)).toHaveLength(8);
  });

  it('for one letter does not keep the others of its wave', () => {
    const world = worldWith(3, (request) =>
      (request.body ?? '').includes('site1.example')
        ? failure(503, 'overloaded')
        : obedient(request),
    );
    write(world);
    expect(world.rows(letters).map(({ status }) => status)).toEqual([
      'drafted',
      'drafting',
      'drafted',
    ]);
  });
});

describe('beside a person', () => {
  it('touches no wrong row where rows are sorted, inserted and deleted in the middle', () => {
    const world = worldWith(12);
    let waves = 0;
    world.answer = ((answer) => (request: HttpRequest) => {
      if (request.url.includes('openai') && waves++ === 3) {
        const [header = [], ...rows] = world.grid('Letters');
        const own = ['mine', ...header.slice(1).map(() => '')];
        world.grids.set('Letters', [header, own, ...rows.reverse().filter((_, i) => i !== 5)]);
      }
      return answer(request);
    })(world.answer);
    write(world);
    for (const letter of world.rows(letters).filter(({ id }) => id !== 'mine')) {
      expect(letter.status).toBe('drafted');
      expect(letter.checks).toContain(`https://site${letter.clientId.slice(2)}.example/`);
    }
    expect(world.grid('Letters')[1]?.slice(0, 3)).toEqual(['mine', '', '']);
    expect(world.rows(letters)).toHaveLength(12);
  });

  it('leaves a letter that is another client’s meanwhile', () => {
    const world = worldWith(1);
    world.answer = ((answer) => (request: HttpRequest) => {
      const row = world.grid('Letters')[1];
      if (row !== undefined) row[1] = 'C-else';
      return answer(request);
    })(world.answer);
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({ status: 'drafting', body: '' });
  });

  it('leaves a letter that a person skipped meanwhile', () => {
    const world = worldWith(1);
    world.answer = ((answer) => (request: HttpRequest) => {
      const row = world.grid('Letters')[1];
      if (row !== undefined) row[5] = 'skipped';
      return answer(request);
    })(world.answer);
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({ status: 'skipped', subject: '' });
  });
});

it('ends the same wherever an execution dies', () => {
  const whole = worldWith(10);
  write(whole);
  const result = (world: World) =>
    JSON.stringify([world.rows(letters), world.rows(links), world.rows(routes)]);
  for (let killAt = 0; killAt < whole.calls.length; killAt++) {
    const world = worldWith(10);
    world.killAt = killAt;
    expect(() => write(world)).toThrow(Killed);
    world.killAt = Infinity;
    write(world);
    expect([killAt, result(world)]).toEqual([killAt, result(whole)]);
  }
});

describe('what the freelancer wishes', () => {
  it('goes into the prompt, and the signature ends every letter, the plain one too', () => {
    const world = worldWith(1);
    world.set({ tone: 'dry', houseRules: 'No weather.', signature: 'Mira\nStudio Mira' });
    write(world);
    expect(asked(world)[0]?.body).toContain('No weather.');
    expect(world.rows(letters)[0]?.body).toMatch(/Mira\nStudio Mira$/);
    const plain = worldWith(1);
    plain.set({ writer: 'plain', signature: 'Mira\nStudio Mira' });
    write(plain);
    expect(plain.rows(letters)[0]).toMatchObject({ writer: 'plain', problem: '' });
    expect(plain.rows(letters)[0]?.body).toMatch(/\n\nMira\nStudio Mira$/);
  });

  it('is learnt from what was changed before a letter was let go, once', () => {
    const world = worldWith(1);
    write(world);
    world.write(letters, 1, {
      status: 'sent',
      body: 'Hi there, I changed all of it, Ms Lin.\n\nMira',
    });
    world.put(clients, aClient({ id: 'C-new', email: 'new@bakery.example', name: 'Jo Park' }));
    write(world);
    expect(asked(world).at(-1)?.body).toContain('I changed all of it, (client).');
    expect(world.rows(tastes)).toMatchObject([{ clientId: world.rows(letters)[0]?.clientId }]);
    expect(world.rows(drafts)[0]?.clientId).toBe(world.rows(letters)[0]?.clientId);
    write(world);
    expect(world.rows(tastes)).toHaveLength(1);
  });
});

describe('what drafts take', () => {
  it('is noted with the letter, refused drafts included', () => {
    const world = worldWith(1, () => reply('Your site', 'Traffic grew by 73 %. '.repeat(5)));
    world.set({ priceIn: '50000', priceOut: '100000' });
    write(world);
    expect(world.rows(letters)[0]).toMatchObject({
      writer: 'plain',
      tokensIn: 2,
      tokensOut: 2,
      cost: 0.3,
    });
  });

  it('ends the AI, and not the letters, once the month’s budget is used up', () => {
    const world = worldWith(20);
    world.set({ monthlyBudget: '16 tokens' });
    write(world);
    const written = world.rows(letters).map(({ writer }) => writer);
    expect(written.filter((writer) => writer === 'gpt-6-luna')).toHaveLength(8);
    expect(written.filter((writer) => writer === 'plain')).toHaveLength(12);
    expect(world.rows(letters).at(-1)?.problem).toBe(
      'Written without AI: the month’s AI budget of 16 tokens is used up.',
    );
  });

  it('says which checks the letter passed', () => {
    const world = worldWith(1);
    write(world);
    expect(world.rows(letters)[0]?.checks).toMatch(
      /\nChecks passed: places of links, length, .*language\.$/,
    );
  });
});

describe('follow-ups', () => {
  const THANKS = {
    id: 'thank-you',
    when: 'stage',
    detail: 'Delivered',
    siteReport: false,
    products: 0,
  } as const;
  const thanks = (world: World) =>
    world.rows(letters).filter(({ occasionId }) => occasionId === 'thank-you');
  const stageOf = (world: World, stage: Client['stage']): void => {
    world.write(clients, 1, { stage });
    write(world);
  };

  it('begin with a stage that changes, once however often the cell is toggled', () => {
    const world = worldWith(1);
    world.put(occasions, anOccasion(THANKS));
    stageOf(world, 'Active');
    expect(thanks(world)).toEqual([]);
    for (const stage of ['Delivered', 'Active', 'Delivered', 'Lead', 'Delivered'] as const) {
      stageOf(world, stage);
    }
    expect(thanks(world)).toMatchObject([{ status: 'drafted', period: '2026-11-21' }]);
  });

  it('do not begin for the clients of a first list', () => {
    const world = worldWith(5);
    world.put(occasions, anOccasion(THANKS));
    write(world);
    expect(world.rows(letters)).toHaveLength(5);
    expect(thanks(world)).toEqual([]);
  });

  it('wait to be written while the client was written to lately', () => {
    const world = worldWith(1);
    world.put(occasions, anOccasion(THANKS));
    stageOf(world, 'Active');
    world.write(letters, 1, { status: 'sent', sent: NOW });
    stageOf(world, 'Delivered');
    const why = 'Waits until Sat 28 Nov, for the client got a letter on Sat 21 Nov.';
    expect(thanks(world)).toMatchObject([{ status: 'drafting', problem: why }]);
    world.now += 7 * 24 * 3600 * 1000;
    write(world);
    expect(thanks(world)).toMatchObject([{ status: 'drafted' }]);
  });

  it('speak of what was tapped, and are not written where that cannot be recommended', () => {
    const world = worldWith(2);
    world.put(
      occasions,
      anOccasion({ id: 'tapped', when: 'tapped', waitDays: 7, siteReport: false, products: 1 }),
    );
    write(world);
    for (const n of [0, 1]) {
      const letter = world.rows(letters)[n];
      world.write(letters, n + 1, { status: 'sent', sent: NOW });
      const product = n === 0 ? 'P-host' : 'P-gone';
      world.put(
        clicks,
        aClick({ id: `v${n}`, clientId: `C-${n}`, letterId: letter?.id ?? '', productId: product }),
      );
    }
    world.now += 7 * 24 * 3600 * 1000;
    write(world);
    expect(world.rows(letters).slice(2)).toMatchObject([
      { status: 'drafted', products: ['P-host'] },
      { status: 'skipped', problem: expect.stringContaining('no product to recommend') as string },
    ]);
  });
});
