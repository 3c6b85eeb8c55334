import { fullManifest, startRig, type Rig } from './rig';

const code = `
function mailQuota() { return MailApp.getRemainingDailyQuota(); }
function mailThree() { MailApp.sendEmail('ada@bakery.example', 'Three', 'plain'); }
function mailFour() { MailApp.sendEmail('ada@bakery.example', 'answers@freelancer.example', 'Four', 'plain'); }
function mailOptions() {
  MailApp.sendEmail('ada@bakery.example', 'Grüße', 'plain', { cc: 'ben@law.example, "Last, First" <cy@inn.example>', bcc: 'dee@inn.example',
    name: 'Olive Ögli', htmlBody: '<p>rich <img src="cid:logo"></p>', inlineImages: { logo: Utilities.newBlob([1, 2, 3], 'image/png', 'logo.png') },
    attachments: [Utilities.newBlob('a,b', 'text/csv', 'list.csv'), HtmlService.createHtmlOutput('<i>page</i>')] });
}
function mailObject() { MailApp.sendEmail({ to: 'ada@bakery.example', subject: 'Object', htmlBody: '<p>only</p>', noReply: true }); }
function mailNobody() { MailApp.sendEmail('', 'x', 'y'); }
function mailWrong() { MailApp.sendEmail('nowhere', 'x', 'y'); }
function mailMany() { var a = []; for (var i = 0; i < 51; i++) a.push('p' + i + '@inn.example'); MailApp.sendEmail(a.join(','), 'x', 'y'); }
function mailLong() { MailApp.sendEmail('ada@bakery.example', 'x', 'y'.repeat(200 * 1024 + 1)); }
function mailNumber() { MailApp.sendEmail('ada@bakery.example', 'x', 5); }
function mailFrom() { GmailApp.sendEmail('ada@bakery.example', 'x', 'y', { from: 'else@law.example' }); }
function mailBadFile() { GmailApp.sendEmail('ada@bakery.example', 'x', 'y', { attachments: ['text'] }); }

function find(q) { return GmailApp.search(q)[0]; }
function subjects(q) { return GmailApp.search(q).map(function (t) { return t.getFirstMessageSubject(); }); }
function paged() { return [GmailApp.search('', 0, 1).length, GmailApp.search('', 1, 1)[0].getId() !== GmailApp.search('', 0, 1)[0].getId()]; }
function tooManyThreads() { GmailApp.search('', 0, 501); }
function message(id) {
  var m = GmailApp.getMessageById(id);
  return { from: m.getFrom(), to: m.getTo(), cc: m.getCc(), bcc: m.getBcc(), replyTo: m.getReplyTo(), subject: m.getSubject(), header: m.getHeader('Message-ID'),
    none: m.getHeader('X-None'), body: m.getBody(), plain: m.getPlainBody(), raw: m.getRawContent().slice(0, 5), date: m.getDate().toISOString(),
    thread: m.getThread().getId(), isDate: m.getDate() instanceof Date, unread: m.isUnread(), inbox: m.isInInbox(), draft: m.isDraft(), starred: m.isStarred() };
}
function files(q, options) {
  var m = find(q).getMessages()[0];
  return (options ? m.getAttachments(options) : m.getAttachments()).map(function (a) { return [a.getName(), a.getContentType(), a.getSize(), a.getDataAsString(), a.getHash().length]; });
}
function again(q) { GmailApp.sendEmail('ben@law.example', 'Again', 'x', { attachments: find(q).getMessages()[0].getAttachments() }); }
function reply(id, all) { var m = GmailApp.getMessageById(id); var same = all ? m.replyAll('to all') : m.reply('to you', { htmlBody: '<b>to you</b>', cc: 'ben@law.example' }); return same.getId(); }
function threadReply(q) { return find(q).reply('in the thread').getMessageCount(); }
function forward(id) { GmailApp.getMessageById(id).forward('eve@inn.example'); }
function drafts() {
  var d = GmailApp.createDraft('ada@bakery.example', 'First', 'one');
  var old = d.getMessageId();
  d.update('ada@bakery.example', 'Second', 'two', { htmlBody: '<p>two</p>' });
  var again = GmailApp.getDraft(d.getId());
  return [d.getId() === again.getId(), old !== d.getMessageId(), again.getMessage().getSubject(), GmailApp.getDraftMessages().length, again.getMessage().isDraft()];
}
function draftSend() { var d = GmailApp.getDrafts()[0]; var m = d.send(); return [m.getSubject(), m.isDraft(), GmailApp.getDrafts().length]; }
function draftReply(q) { var d = find(q).createDraftReply('later'); var seen = [d.getMessage().getTo(), d.getMessage().getSubject(), d.getMessage().getThread().getId() === find(q).getId()]; d.deleteDraft(); return seen.concat(GmailApp.getDrafts().length); }
function draftNobody() { var d = GmailApp.createDraft('', 'For later', ''); var to = d.getMessage().getTo(); try { d.send(); } catch (e) { d.deleteDraft(); return [to, e.message]; } }
function draftGone() { GmailApp.getDraft('r1'); }
function missing() { return [GmailApp.getThreadById('none'), GmailApp.getMessageById('none'), GmailApp.getUserLabelByName('none')]; }
function labels(q) {
  var l = GmailApp.createLabel('Clients/VIP'); var t = find(q).addLabel(l);
  var seen = [t.getLabels().map(function (x) { return x.getName(); }), l.getThreads().length, GmailApp.getUserLabelByName('clients/vip').getUnreadCount(), GmailApp.search('label:clients-vip').length];
  l.removeFromThread(t); seen.push(l.getThreads().length); l.addToThreads([t]); l.deleteLabel();
  return seen.concat([GmailApp.getUserLabels().length, find(q).getLabels().length]);
}
function marks(id) {
  var m = GmailApp.getMessageById(id), other = GmailApp.getMessageById(id); other.isUnread();
  m.markRead().star(); var seen = [m.isUnread(), m.isStarred(), other.isUnread(), GmailApp.getStarredThreads().length];
  GmailApp.refreshMessage(other); seen.push(other.isUnread());
  GmailApp.unstarMessage(m).markMessageUnread(m); return seen.concat([m.isStarred(), m.isUnread(), GmailApp.getInboxUnreadCount()]);
}
function moves(q) {
  var t = find(q); var where = function () { return [t.isInInbox(), t.isInSpam(), t.isInTrash()]; }; var seen = [];
  GmailApp.moveThreadToArchive(t); seen.push(where()); GmailApp.moveThreadToSpam(t); seen.push(where(), GmailApp.getSpamThreads().length);
  GmailApp.moveThreadsToTrash([t]); seen.push(where(), GmailApp.search(q).length, GmailApp.getTrashThreads().length);
  t.moveToInbox().markImportant(); seen.push(where(), t.isImportant(), GmailApp.getPriorityInboxThreads().length); t.markUnimportant(); return seen;
}
function aliases() { return GmailApp.getAliases(); }
function chained() { return GmailApp.sendEmail('ada@bakery.example', 'Chained', 'x') === GmailApp; }
function stale() { return typeof GmailApp.getInboxThreads()[0].getLastMessageDate().getTime(); }
`;

const sender = {
  'Code.gs': `
function read() { GmailApp.getInboxThreads(); }
function send() { MailApp.sendEmail('ada@bakery.example', 'x', 'y'); return 'sent'; }`,
  'appsscript.json': JSON.stringify({
    ...fullManifest,
    oauthScopes: ['https://www.googleapis.com/auth/script.send_mail'],
  }),
};

const arrived = [
  'From: "Ada, Baker" <ada@bakery.example>',
  'Reply-To: shop@bakery.example',
  'To: owner@freelancer.example, Ben <ben@law.example>',
  'Cc: cy@inn.example',
  'Subject: Bread & rolls',
  'Message-ID: <bread1@bakery.example>',
  'Date: Fri, 20 Nov 2026 10:00:00 +0000',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>p{}</style><p>Hello &amp; <b>welcome</b></p><p>Bye</p>',
  '--x',
  'Content-Type: application/pdf; name="menu.pdf"',
  'Content-Disposition: attachment; filename="menu.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERg==',
  '--x--',
  '',
].join('\r\n');

interface Shown {
  thread: string;
  [field: string]: unknown;
}

let rig: Rig;
let bread: string;
beforeAll(async () => {
  rig = await startRig(code, { now: '2026-11-21T08:00:00Z', others: { sender } });
  bread = (await rig.host.receive({ raw: arrived })).id;
});
afterAll(() => rig.stop());

const sentMail = async (subject: string) => {
  const mail = (await rig.host.mail()).find((one) => one.subject === subject);
  if (!mail) throw new Error(`There is no mail "${subject}"`);
  return mail;
};

test('MailApp sends in all its forms', async () => {
  await rig.value('mailThree');
  expect(await sentMail('Three')).toMatchObject({
    from: 'owner@freelancer.example',
    to: 'ada@bakery.example',
    text: 'plain\r\n',
    html: '',
    labels: ['SENT'],
  });
  await rig.value('mailFour');
  expect((await sentMail('Four')).headers).toContainEqual([
    'Reply-To',
    'answers@freelancer.example',
  ]);
  await rig.value('mailObject');
  expect(await sentMail('Object')).toMatchObject({ html: '<p>only</p>\r\n', text: '' });
});

test('a mail has text, html, pictures and files, and each recipient lowers the quota', async () => {
  const before = await rig.value<number>('mailQuota');
  await rig.value('mailOptions');
  expect(await rig.value('mailQuota')).toBe(before - 4);
  const mail = await sentMail('Grüße');
  expect(mail).toMatchObject({
    from: 'Olive Ögli <owner@freelancer.example>',
    text: 'plain',
    html: '<p>rich <img src="cid:logo"></p>',
  });
  expect(mail.headers).toContainEqual(['Bcc', 'dee@inn.example']);
  expect(mail.headers).toContainEqual(['Cc', 'ben@law.example, "Last, First" <cy@inn.example>']);
  expect(await rig.value('files', 'subject:grüße')).toEqual([
    ['logo.png', 'image/png', 3, '\u0001\u0002\u0003', 40],
    ['list.csv', 'text/csv', 3, 'a,b', 40],
    ['output.html', 'text/html', 11, '<i>page</i>', 40],
  ]);
  expect(await rig.value('files', 'subject:grüße', { includeInlineImages: false })).toHaveLength(2);
  await rig.value('again', 'subject:grüße');
  expect((await sentMail('Again')).attachments).toHaveLength(3);
});

test('a mail that cannot be sent is refused in words', async () => {
  expect(await rig.error('mailNobody')).toBe('Failed to send email: no recipient');
  expect(await rig.error('mailWrong')).toBe('Invalid email: nowhere');
  expect(await rig.error('mailMany')).toBe('Limit Exceeded: Email Recipients Per Message.');
  expect(await rig.error('mailLong')).toBe('Limit Exceeded: Email Body Size.');
  expect(await rig.error('mailFrom')).toBe('Invalid argument: else@law.example');
  expect(await rig.error('mailBadFile')).toBe('Invalid argument: attachments');
  expect(await rig.error('mailNumber')).toBe(
    "The parameters (String,String,number) don't match the method signature for MailApp.sendEmail.",
  );
});

test('a day’s quota of mail ends in an error', async () => {
  await rig.host.fault({ quota: { mail: 0 } });
  expect(await rig.error('mailThree')).toBe('Service invoked too many times for one day: email.');
  await rig.host.clearFaults();
});

test('a message tells its headers, its html and its text', async () => {
  const shown = await rig.value<Shown>('message', bread);
  expect(shown).toMatchObject({
    from: '"Ada, Baker" <ada@bakery.example>',
    to: 'owner@freelancer.example, Ben <ben@law.example>',
    cc: 'cy@inn.example',
    bcc: '',
    replyTo: 'shop@bakery.example',
    subject: 'Bread & rolls',
    header: '<bread1@bakery.example>',
    none: '',
    plain: 'Hello & welcome\nBye',
    raw: 'From:',
    isDate: true,
    unread: true,
    inbox: true,
    draft: false,
    starred: false,
  });
  expect(shown.body).toContain('<b>welcome</b>');
});

test('an answer goes to the reply-to address, in the thread and under the subject', async () => {
  expect(await rig.value('reply', bread, false)).toBe(bread);
  const mail = await sentMail('Re: Bread & rolls');
  expect(mail).toMatchObject({
    to: 'shop@bakery.example',
    threadId: (await rig.value<Shown>('message', bread)).thread,
    html: '<b>to you</b>',
  });
  expect(mail.headers).toEqual(
    expect.arrayContaining([
      ['Cc', 'ben@law.example'],
      ['In-Reply-To', '<bread1@bakery.example>'],
      ['References', '<bread1@bakery.example>'],
    ]),
  );
});

test('an answer to all leaves out oneself', async () => {
  await rig.value('reply', bread, true);
  const mail = (await rig.host.mail()).find(({ text }) => text.trim() === 'to all');
  expect(mail?.to).toBe('shop@bakery.example, Ben <ben@law.example>');
  expect(mail?.headers).toContainEqual(['Cc', 'cy@inn.example']);
});

test('a thread is answered at its last message, and counts the answer', async () => {
  expect(await rig.value('threadReply', 'subject:three')).toBe(2);
});

test('an answer to one’s own mail goes to oneself', async () => {
  expect(await rig.value('draftReply', 'subject:three')).toEqual([
    'owner@freelancer.example',
    'Re: Three',
    true,
    0,
  ]);
});

test('a message is forwarded with its text and files', async () => {
  await rig.value('forward', bread);
  const mail = await sentMail('Fwd: Bread & rolls');
  expect(mail.to).toBe('eve@inn.example');
  expect(mail.text).toContain('Forwarded message ---------\r\nFrom: "Ada, Baker"');
  expect(mail.html).toContain('<b>welcome</b>');
  expect(mail.attachments).toMatchObject([
    { fileName: 'menu.pdf', mimeType: 'application/pdf', inline: false },
  ]);
});

test('threads are found by search, the one with the latest message first', async () => {
  expect(await rig.value('subjects', 'from:shop OR subject:three OR subject:bread')).toEqual([
    'Fwd: Bread & rolls',
    'Three',
    'Bread & rolls',
  ]);
  expect(await rig.value('paged')).toEqual([1, true]);
  expect(await rig.error('tooManyThreads')).toBe('Invalid argument: max');
});

test('a draft is written anew under its id, and sent', async () => {
  expect(await rig.value('drafts')).toEqual([true, true, 'Second', 1, true]);
  expect(await rig.value('draftSend')).toEqual(['Second', false, 0]);
});

test('a draft may have no recipient yet, but cannot be sent so', async () => {
  expect(await rig.value('draftNobody')).toEqual(['', 'Recipient address required']);
});

test('what is not there is null, but a draft throws', async () => {
  expect(await rig.value('missing')).toEqual([null, null, null]);
  expect(await rig.error('draftGone')).toBe('Invalid draft: r1');
});

test('labels are made, given, taken and deleted', async () => {
  expect(await rig.value('labels', 'from:ada')).toEqual([['Clients/VIP'], 1, 1, 1, 0, 0, 0]);
});

test('a message shows its own marks at once, and others after a refresh', async () => {
  expect(await rig.value('marks', bread)).toEqual([false, true, true, 1, false, false, true, 2]);
});

test('a thread moves between inbox, archive, spam and trash', async () => {
  const [inbox, spam, trash] = [
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ];
  const archive = [false, false, false];
  expect(await rig.value('moves', 'from:ada')).toEqual([
    archive,
    spam,
    1,
    trash,
    0,
    1,
    inbox,
    true,
    1,
  ]);
});

test('GmailApp is chained, has no aliases and gives real dates', async () => {
  expect(await rig.value('chained')).toBe(true);
  expect(await rig.value('aliases')).toEqual([]);
  expect(await rig.value('stale')).toBe('number');
});

test('MailApp needs to send only, GmailApp the whole mailbox', async () => {
  expect(await rig.host.result('sender', 'send')).toBe('sent');
  expect((await rig.host.run('sender', 'read')).error?.message).toBe(
    'Specified permissions are not sufficient to call GmailApp.getInboxThreads. Required permissions: https://mail.google.com/',
  );
});
