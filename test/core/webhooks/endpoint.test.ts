import { endpointAddress, eventsNamed, readEndpoints } from '../../../src/core/webhooks/endpoint';
import { aWebhook, NOW } from '../../support/rows';

it.each([
  'https://hooks.example/abc?x=1',
  'https://hook.eu2.make.example:8443/abc',
  'https://bücher.example/',
])('takes %s', (said) => {
  expect(endpointAddress(said).href).toMatch(/^https:/);
});

it.each([
  ['hooks', 'is not an address'],
  ['http://hooks.example/', 'does not begin with https://'],
  ['ftp://hooks.example/', 'is not an address'],
  ['https://mira:secret@hooks.example/', 'carries a name or a password'],
  ['https:mira:secret@hooks.example', 'carries a name or a password'],
  ['https:\\\\mira@hooks.example/', 'carries a name or a password'],
  ['HTTPS://\tmira:secret@hooks.example/', 'carries a name or a password'],
  ['https://localhost/', 'is not on the public internet'],
  ['https://printer/', 'is not on the public internet'],
  ['https://nas.local./', 'is not on the public internet'],
  ['https://wiki.internal/', 'is not on the public internet'],
  ['https://127.0.0.1/', 'is not on the public internet'],
  ['https://2130706433/', 'is not on the public internet'],
  ['https://0x7f.1/', 'is not on the public internet'],
  ['https://[::1]/', 'is not on the public internet'],
  ['https://192.168.1.2./', 'is not on the public internet'],
])('refuses %s', (said, why) => {
  expect(() => endpointAddress(said)).toThrow(why);
});

it('takes all events where none is named, and says which there are where one is not', () => {
  expect(eventsNamed([])).toContain('problem');
  expect([...eventsNamed(['Letter.sent'])]).toEqual(['letter.sent']);
  expect(() => eventsNamed(['letter.read'])).toThrow('There is no event “letter.read”.');
});

it('passes over rows that rest or have no secret, and says what is wrong with others', () => {
  const rows = [
    aWebhook({ id: 'W-1' }),
    aWebhook({ id: 'W-2', active: false }),
    aWebhook({ id: 'W-3' }),
    aWebhook({ id: 'W-4', address: 'http://hooks.example/' }),
  ];
  const secret = { now: 'aa' };
  const read = readEndpoints(rows, { 'W-1': secret, 'W-2': secret, 'W-4': secret });
  expect(read.endpoints).toMatchObject([{ id: 'W-1', host: 'hooks.example', since: NOW }]);
  expect(read.problems).toMatchObject([{ tab: 'Webhooks', value: 'http://hooks.example/' }]);
});
