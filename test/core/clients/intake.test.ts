import { planIntake } from '../../../src/core/clients/intake';
import { addressMark } from '../../../src/core/clients/unsubscribed';
import { aClient, CONTEXT, TODAY } from '../../support/rows';

const plan = (
  csv: string,
  known = [aClient()],
  consent?: Parameters<typeof planIntake>[3],
  { unreadable = [] as typeof known, ended = new Map<string, string>() } = {},
) => {
  const rows = known.filter((client) => !unreadable.includes(client));
  const context = { ...CONTEXT, today: TODAY };
  return planIntake(csv, { people: { rows, all: known }, ended }, context, consent);
};

describe('planIntake', () => {
  it('adds clients by header names, in any order and under other names', () => {
    const { added } = plan(
      'E-mail,Full name,Site,Past work\nwu@law.example,Mr Wu,law.example,"SEO, logo"',
    );
    expect(added).toMatchObject([
      { email: 'wu@law.example', name: 'Mr Wu', website: 'law.example', pastWork: ['SEO', 'logo'] },
    ]);
    expect(added[0]?.id).toMatch(/^C-/);
  });

  it('changes a known client, by mail address, and only what differs', () => {
    const { changed, added } = plan('Email,Company,Name\nLIN@bakery.example,Lin & Sons,Ms Lin');
    expect(added).toEqual([]);
    expect(changed).toMatchObject([{ id: 'C-lin', set: { company: 'Lin & Sons' } }]);
  });

  it('changes nothing the second time', () => {
    const csv = 'Email,Name,Company\nlin@bakery.example,Ms Lin,Lin Bakery';
    expect(plan(csv)).toMatchObject({ added: [], changed: [], unchanged: 1, refused: [] });
  });

  it('does not empty a cell that the file leaves blank', () => {
    expect(plan('Email,Company\nlin@bakery.example,')).toMatchObject({ changed: [], unchanged: 1 });
  });

  it('keeps text from outside as it was', () => {
    const { added } = plan('Email,Name,Company,Notes\nx@y.example,=1+1,007,"1/2, +886"');
    expect(added[0]).toMatchObject({ name: '=1+1', company: '007', notes: '1/2, +886' });
  });

  it('refuses rows with the reason and the row as a sheet counts it, and takes the others', () => {
    const { refused, added } = plan(
      'Email,Stage,Since\nnobody,,\n\nwu@law.example,Gone,\nli@x.example,,soon\nok@x.example,Active,2025-01-02',
    );
    expect(added.map(({ email }) => email)).toEqual(['ok@x.example']);
    expect(refused.map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(refused[0]?.why).toContain('“nobody” is not a mail address');
    expect(refused[1]?.why).toContain('Stage: “Gone” is not one of the choices');
    expect(refused[2]?.why).toContain('Since: “soon” is not a date');
  });

  it.each([
    ['Website', 'javascript:alert(1)', 'Website: “javascript:alert(1)” is not the address of a'],
    ['Name', 'x'.repeat(60_000), 'goes on for 60000 characters. Shorten it to at most 5000'],
    ['Consent date', '2031-01-01', 'Consent date: 2031-01-01 is still to come'],
  ])('refuses a %s that cannot be', (title, cell, why) => {
    const { refused, added, changed } = plan(`Email,${title}\nlin@bakery.example,${cell}`);
    expect(refused[0]?.why).toContain(why);
    expect([...added, ...changed]).toEqual([]);
  });

  it('refuses the second row with one address', () => {
    const { refused } = plan('Email\nwu@law.example\nWU@law.example');
    expect(refused).toMatchObject([{ row: 3 }]);
    expect(refused[0]?.why).toContain('stands in row 2 already');
  });

  it('refuses a client whose row cannot be read, and does not add them once more', () => {
    const client = aClient({ id: 'typed-by-hand' });
    const { added, refused } = plan('Email\nlin@bakery.example', [client], undefined, {
      unreadable: [client],
    });
    expect(added).toEqual([]);
    expect(refused[0]?.why).toContain('has a cell that cannot be read');
  });

  it('refuses the address of a person who was forgotten, and names nobody', () => {
    const [before] = plan('Email\nold@x.example', []).added;
    const blank = { name: '', email: '', consent: 'unsubscribed' } as const;
    const known = [aClient({ id: before?.id ?? '', ...blank })];
    const { added, refused } = plan('Email\nold@x.example', known);
    expect(added).toEqual([]);
    expect(refused[0]?.why).toContain(
      'old@x.example belongs to a person who was forgotten, and stays so.',
    );
  });

  it('refuses the former address of a client, whose row has its id', () => {
    const [before] = plan('Email\nold@x.example', []).added;
    const known = [aClient({ id: before?.id ?? '', name: 'Ms Ko', email: 'new@x.example' })];
    const { added, refused } = plan('Email\nold@x.example', known);
    expect(added).toEqual([]);
    expect(refused[0]?.why).toContain('old@x.example is the former address of Ms Ko');
  });

  it('refuses a file without mail addresses, and says what it found', () => {
    expect(() => plan('Name,Phone\nWu,1')).toThrow(
      'None of the columns is named Email (found: Name, Phone)',
    );
  });
});

describe('consent', () => {
  it('is asked for where the file has none', () => {
    expect(plan('Email,Name\nwu@law.example,Mr Wu').withoutConsent).toEqual([
      { email: 'wu@law.example', name: 'Mr Wu' },
    ]);
  });

  it('is taken from the file with its basis and date', () => {
    const { added, withoutConsent } = plan(
      'Email,Consent,Consent basis,Consent date\nwu@law.example,yes,contract,2025-01-02',
    );
    expect(added[0]).toMatchObject({
      consent: 'yes',
      consentBasis: 'contract',
      consentDate: '2025-01-02',
    });
    expect(withoutConsent).toEqual([]);
  });

  it('is refused where the file says yes but not how or when', () => {
    expect(plan('Email,Consent\nwu@law.example,yes').refused[0]?.why).toContain(
      'but not how or when',
    );
  });

  const given = { consent: 'yes' as const, basis: 'asked on the phone', date: '2026-11-01' };

  it('is given by the freelancer for the selection, to those who have none', () => {
    const { added } = plan('Email\na@x.example\nb@x.example', [], {
      ...given,
      emails: ['A@x.example'],
    });
    expect(added.map(({ consent }) => consent)).toEqual(['yes', '']);
  });

  it('to more than service letters needs a basis and a date of its own', () => {
    const before = aClient({ consent: 'service only' });
    const wider = plan('Email,Consent\nlin@bakery.example,yes', [before]);
    expect(wider.changed).toEqual([]);
    expect(wider.refused[0]?.why).toContain(
      'lin@bakery.example agreed to service letters only, and it is not said how or when to more.',
    );
    const grounded = plan(
      'Email,Consent,Consent basis,Consent date\nlin@bakery.example,yes,by mail,2026-11-02',
      [before],
    );
    expect(grounded.changed[0]?.set).toEqual({
      consent: 'yes',
      consentBasis: 'by mail',
      consentDate: '2026-11-02',
    });
  });

  it('of a known client is not overwritten by one for the selection', () => {
    expect(plan('Email\nlin@bakery.example', [aClient()], given).unchanged).toBe(1);
  });

  it.each([
    ['deleted since', []],
    ['added again by hand', [aClient({ consent: '', consentBasis: '', consentDate: '' })]],
  ])('does not come back by a file to an address that unsubscribed and was %s', (_, known) => {
    const ended = new Map([[addressMark(aClient()), '2026-01-02']]);
    const csv =
      'Email,Consent,Consent basis,Consent date\nLin@bakery.example,yes,contract,2025-01-02';
    const { added, changed, unsubscribed } = plan(csv, known, given, { ended });
    expect([...added, ...changed.map(({ set }) => set)]).toMatchObject([
      { consent: 'unsubscribed', consentDate: '2026-01-02' },
    ]);
    expect(unsubscribed).toEqual([{ email: 'lin@bakery.example', name: '' }]);
  });

  it('stays where a person wrote it again after an unsubscribe', () => {
    const ended = new Map([[addressMark(aClient()), '2026-01-02']]);
    expect(plan('Email\nlin@bakery.example', undefined, undefined, { ended })).toMatchObject({
      unchanged: 1,
      unsubscribed: [],
    });
  });

  it('does not come back by a file after a client unsubscribed', () => {
    const gone = aClient({
      consent: 'unsubscribed',
      consentBasis: 'link',
      consentDate: '2026-01-01',
    });
    const csv =
      'Email,Consent,Consent basis,Consent date\nlin@bakery.example,yes,contract,2025-01-02';
    expect(plan(csv, [gone])).toMatchObject({ changed: [], unchanged: 1 });
  });
});
