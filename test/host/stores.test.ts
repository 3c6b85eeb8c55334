import { startRig, type Rig } from './rig';

const code = `
function props() { return PropertiesService.getScriptProperties(); }
function basics() {
  var p = props().deleteAllProperties();
  p.setProperty('a', '1').setProperties({ b: 'two', c: 3 });
  var seen = [p.getProperty('a'), p.getProperty('c'), p.getProperty('zzz'), p.getKeys().sort().join(), p.getProperties()];
  p.deleteProperty('a'); p.setProperties({ d: '4' }, true);
  return seen.concat([p.getProperties()]);
}
function prototypeKeys() { return [props().getProperty('constructor'), props().getProperty('__proto__')]; }
function tooLong() { props().setProperty('long', 'x'.repeat(9 * 1024 + 1)); }
function tooMuch() { for (var i = 0; i < 60; i++) props().setProperty('k' + i, 'x'.repeat(9 * 1024)); }
function stores() {
  PropertiesService.getUserProperties().setProperty('who', 'user');
  PropertiesService.getDocumentProperties().setProperty('who', 'document');
  props().setProperty('who', 'script');
  return [PropertiesService.getUserProperties().getProperty('who'), PropertiesService.getDocumentProperties().getProperty('who'), props().getProperty('who')];
}
function cache() { return CacheService.getScriptCache(); }
function caching() {
  var c = cache();
  c.put('a', '1'); c.putAll({ b: '2', c: '3' }, 60);
  var seen = [c.get('a'), c.getAll(['a', 'b', 'zzz']), c.get('zzz')];
  c.remove('a'); c.removeAll(['b']);
  return seen.concat([c.get('a'), c.get('b'), c.get('c')]);
}
function cacheGet(key) { return cache().get(key); }
function cachePut(key, seconds) { cache().put(key, 'x', seconds); }
function cachePutShort(key) { cache().put(key, 'x'); }
function cacheKey() { cache().put('k'.repeat(251), 'x'); }
function cacheValue() { cache().put('k', 'x'.repeat(100 * 1024 + 1)); }
function cacheMany() { for (var i = 0; i < 1001; i++) cache().put('many' + i, 'x'); return [cache().get('many0'), cache().get('many1'), cache().get('many1000')]; }
function hold(milliseconds) { var l = LockService.getScriptLock(); l.waitLock(1000); Utilities.sleep(milliseconds); return l.hasLock(); }
function tryIt(milliseconds) { return LockService.getScriptLock().tryLock(milliseconds); }
function waitIt() { LockService.getScriptLock().waitLock(50); }
function count() {
  var l = LockService.getScriptLock(); l.waitLock(20000);
  var p = props(); p.setProperty('count', String(Number(p.getProperty('count') || 0) + 1));
  l.releaseLock();
}
function counted() { return props().getProperty('count'); }
function twice() { var l = LockService.getScriptLock(); return [l.tryLock(10), l.tryLock(10), l.hasLock(), l.releaseLock(), l.hasLock()]; }
function documents() { return [LockService.getDocumentLock() !== null, PropertiesService.getDocumentProperties() !== null]; }
`;
const alone = `
function documents() { return [LockService.getDocumentLock(), PropertiesService.getDocumentProperties(), CacheService.getDocumentCache(), SpreadsheetApp.getActive()]; }
function who() { return PropertiesService.getScriptProperties().getProperty('who'); }
function tryIt() { return LockService.getScriptLock().tryLock(10); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { others: { alone: { 'Code.gs': alone } } });
});
afterAll(() => rig.stop());

test('properties are texts, and null when missing', async () => {
  expect(await rig.value('basics')).toEqual([
    '1',
    '3',
    null,
    'a,b,c',
    { a: '1', b: 'two', c: '3' },
    { d: '4' },
  ]);
  expect(await rig.value('prototypeKeys')).toEqual([null, null]);
});

test('a property holds 9 KB and a store 500 KB', async () => {
  expect(await rig.error('tooLong')).toBe('Argument too large: value');
  expect(await rig.error('tooMuch')).toMatch(/^You have exceeded the property storage quota/);
  await rig.host.putProperties('sheet', { script: {} });
});

test('script, user and document have stores of their own, and so has each project', async () => {
  expect(await rig.value('stores')).toEqual(['user', 'document', 'script']);
  expect(await rig.host.result('alone', 'who')).toBeNull();
  const { script, user } = await rig.host.properties('sheet');
  expect([script.who, user.who]).toEqual(['script', 'user']);
});

test('the control interface replaces properties', async () => {
  await rig.host.putProperties('sheet', { script: { who: 'me' } });
  expect(await rig.host.properties('sheet')).toEqual({
    script: { who: 'me' },
    user: { who: 'user' },
  });
});

test('a cache gives back what was put, and null for the rest', async () => {
  expect(await rig.value('caching')).toEqual(['1', { a: '1', b: '2' }, null, null, null, '3']);
});

test('a cached value lasts as long as was asked, by the virtual clock', async () => {
  await rig.value('cachePut', 'short', 60);
  expect(await rig.value('cacheGet', 'short')).toBe('x');
  await rig.host.moveClock({ advance: 'PT2M' });
  expect(await rig.value('cacheGet', 'short')).toBeNull();
});

test('a cached value lasts six hours at most, and ten minutes unless told otherwise', async () => {
  await rig.value('cachePut', 'long', 100_000);
  await rig.value('cachePutShort', 'usual');
  await rig.host.moveClock({ advance: 'PT9M' });
  expect(await rig.value('cacheGet', 'usual')).toBe('x');
  await rig.host.moveClock({ advance: 'PT2M' });
  expect(await rig.value('cacheGet', 'usual')).toBeNull();
  await rig.host.moveClock({ advance: 'PT5H48M' });
  expect(await rig.value('cacheGet', 'long')).toBe('x');
  await rig.host.moveClock({ advance: 'PT2M' });
  expect(await rig.value('cacheGet', 'long')).toBeNull();
});

test('a cache refuses long keys and values, and drops the oldest of more than 1000', async () => {
  expect(await rig.error('cacheKey')).toBe('Argument too large: key');
  expect(await rig.error('cacheValue')).toBe('Argument too large: value');
  expect(await rig.value('cacheMany')).toEqual([null, 'x', 'x']);
});

test('a cache can be emptied from outside', async () => {
  await rig.value('cachePut', 'gone', 600);
  await rig.host.emptyCache();
  expect(await rig.value('cacheGet', 'gone')).toBeNull();
});

test('a lock keeps other executions out and is free when its holder has ended', async () => {
  const holding = rig.value('hold', 1900);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await rig.value('tryIt', 20)).toBe(false);
  expect(await rig.error('waitIt')).toBe(
    'Lock timeout: another process was holding the lock for too long.',
  );
  expect(await rig.host.result('alone', 'tryIt')).toBe(true);
  expect(await holding).toBe(true);
  expect(await rig.value('tryIt', 20)).toBe(true);
});

test('a lock goes to those who wait for it, one after the other', async () => {
  await Promise.all(Array.from({ length: 12 }, () => rig.value('count')));
  expect(await rig.value('counted')).toBe('12');
});

test('a lock that one has is had at once', async () => {
  expect(await rig.value('twice')).toEqual([true, true, true, null, false]);
});

test('a stand-alone project has no document', async () => {
  expect(await rig.value('documents')).toEqual([true, true]);
  expect(await rig.host.result('alone', 'documents')).toEqual([null, null, null, null]);
});
