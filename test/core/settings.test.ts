import {
  mailAddress,
  missingToSend,
  readSettings,
  settingCell,
  webAddress,
} from '../../src/core/settings';

const header = ['Setting', 'Value', 'Help'];

describe('readSettings', () => {
  it('has a usual value for everything', () => {
    const { settings, problems } = readSettings([header]);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ homeCurrency: 'TWD', linkWay: 'gate', paused: false });
  });

  it('finds its columns by their headers, wherever they stand', () => {
    const { settings } = readSettings([
      ['Help', 'Setting', 'Mine', 'Value'],
      ['', 'Sender name', 'x', 'Mira Chen'],
    ]);
    expect(settings.senderName).toBe('Mira Chen');
  });

  it('keeps the usual value of one that cannot be read, and says where it stands', () => {
    const { settings, problems } = readSettings([
      header,
      ['Mails a day', 'many', ''],
      ['Reply to', 'mira@studio.example', ''],
    ]);
    expect(settings.mailsADay).toBe(100);
    expect(settings.replyTo).toBe('mira@studio.example');
    expect(problems).toMatchObject([
      { tab: 'Settings', row: 2, column: 'Mails a day', value: 'many' },
    ]);
  });

  it.each([
    ['yes', true],
    ['Yes', true],
    ['TRUE', true],
    ['on', true],
    ['1', true],
    ['ja', true],
    ['no', false],
    ['No ', false],
    ['FALSE', false],
    ['', false],
  ])('reads Paused “%s”', (said, paused) => {
    expect(readSettings([header, ['Paused', said, '']]).settings.paused).toBe(paused);
  });
});

describe('settingCell', () => {
  it('gives the cell for a value that can be', () => {
    expect(settingCell('homeCurrency', ' usd ')).toBe('USD');
    expect(settingCell('paused', 'YES')).toBe('yes');
    expect(settingCell('replyTo', '')).toBe('');
  });

  it('refuses what cannot be', () => {
    expect(() => settingCell('replyTo', 'mira at studio')).toThrow('is not a mail address');
    expect(() => settingCell('linkWay', 'teleport')).toThrow('Pick one of: gate, edge, straight');
    expect(() => settingCell('mailsADay', '12.5')).toThrow('not a number from 1 to 2000');
  });
});

it('names what is missing before anything can be sent', () => {
  const { settings } = readSettings([header, ['Reply to', 'mira@studio.example', '']]);
  expect(missingToSend(settings)).toEqual(['Sender name', 'Postal address']);
});

describe('addresses', () => {
  it.each(['a@b', 'a b@c.example', 'a@b.example,c@d.example', '<a@b.example>', 'a@b..example'])(
    'of mail: refuses “%s”',
    (said) => {
      expect(() => mailAddress(said)).toThrow('is not a mail address');
    },
  );

  it.each(['http://gate.example/exec', 'https://a.example/" onload', 'ftp://a.example', 'exec'])(
    'of the web: refuses “%s”',
    (said) => {
      expect(() => webAddress(said)).toThrow('is not a safe web address');
    },
  );

  it('of the web: takes https, and this machine for trying', () => {
    expect(webAddress('https://script.google.com/macros/s/x/exec')).toContain('/exec');
    expect(webAddress('http://127.0.0.1:8080/p/gate/exec')).toContain('/exec');
  });
});

it('takes an empty cell for none where the help says so, and for the default elsewhere', () => {
  const rows = ['UTM', 'Reports label', 'Language'].map((title) => [title, '', '']);
  const { settings } = readSettings([['Setting', 'Value', 'Help'], ...rows]);
  expect(settings).toMatchObject({ utm: '', reportsLabel: '', language: 'en' });
  expect(readSettings([]).settings.reportsLabel).toBe('Perennial/reports');
});

it.each([
  ['', 0],
  ['0', 0],
  ['180', 180],
  ['1,000', 1000],
  ['179', 400],
  ['-1', 400],
  ['a while', 400],
])('reads Keep clicks for days “%s” as %s', (said, days) => {
  const { settings, problems } = readSettings([header, ['Keep clicks for days', said, '']]);
  expect(settings.keepClicks).toBe(days);
  expect(problems).toHaveLength(days === 400 ? 1 : 0);
});
