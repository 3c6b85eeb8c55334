import { startRig, type Rig } from './rig';

const code = `
function raw(lines) { return Utilities.base64EncodeWebSafe(lines.join('\\r\\n'), Utilities.Charset.UTF_8); }
function letter(to, subject, extra) {
  return raw(['From: Olive <owner@freelancer.example>', 'To: ' + to, 'Subject: ' + subject].concat(extra || [], ['X-Token: abc', 'Message-ID: <mine@home.example>',
    'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="b1"', '', '--b1', 'Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: base64', '', Utilities.base64Encode('Grüße, plain', Utilities.Charset.UTF_8),
    '--b1', 'Content-Type: text/html; charset=UTF-8', 'Content-Transfer-Encoding: quoted-printable', '', '<p>Gr=C3=BC=C3=9Fe</p>', '--b1--', '']));
}
function create(to, subject) { return Gmail.Users.Drafts.create({ message: { raw: letter(to, subject) } }, 'me'); }
function send(id) { return Gmail.Users.Drafts.send({ id: id }, 'me'); }
function draft(id) { return Gmail.Users.Drafts.get('me', id); }
function drafts(q) { return (Gmail.Users.Drafts.list('me', { q: q || '' }).drafts || []).map(function (d) { return d.id; }); }
function update(id, subject) { return Gmail.Users.Drafts.update({ message: { raw: letter('ada@bakery.example', subject) } }, 'me', id); }
function remove(id) { Gmail.Users.Drafts.remove('me', id); return drafts(); }
function message(id, options) { return Gmail.Users.Messages.get('me', id, options || {}); }
function thread(id) { return Gmail.Users.Threads.get('me', id); }
function search(q) { return (Gmail.Users.Messages.list('me', { q: q }).messages || []).map(function (m) { return m.id; }); }
function sendRaw(to, threadId) { return Gmail.Users.Messages.send({ raw: letter(to, 'Direct'), threadId: threadId }, 'me'); }
function noRecipient() { return Gmail.Users.Messages.send({ raw: raw(['Subject: x', '', 'y']) }, 'me'); }
function label(id) { var l = Gmail.Users.Labels.create({ name: 'Clients/VIP' }, 'me'); Gmail.Users.Messages.modify({ addLabelIds: [l.id], removeLabelIds: ['UNREAD'] }, 'me', id); return [l.name, search('label:clients-vip'), Gmail.Users.Labels.list('me').labels.length]; }
function trash(id) { Gmail.Users.Messages.trash('me', id); return [search('subject:quarterly'), search('in:trash')]; }
function paged() { var p = Gmail.Users.Messages.list('me', { maxResults: 1 }); var q = Gmail.Users.Messages.list('me', { maxResults: 1, pageToken: p.nextPageToken }); return [p.messages.length, p.messages[0].id !== q.messages[0].id]; }
function profile() { return Gmail.Users.getProfile('me').emailAddress; }
function history() { var h = Gmail.Users.getProfile('me').historyId; var d = create('ada@bakery.example', 'later'); return [Gmail.Users.History.list('me', { startHistoryId: h }).history[0].messagesAdded[0].message.id === d.message.id]; }
function steps() {
  var start = Gmail.Users.getProfile('me').historyId;
  var m = Gmail.Users.Messages.insert({ raw: raw(['From: dee@inn.example', 'Subject: step', '', 'x']), labelIds: ['INBOX', 'UNREAD'] }, 'me');
  var afterAdd = Gmail.Users.getProfile('me').historyId;
  Gmail.Users.Messages.modify({ addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] }, 'me', m.id);
  var seen = message(m.id, { format: 'minimal' }).historyId === Gmail.Users.getProfile('me').historyId;
  Gmail.Users.Messages.remove('me', m.id);
  var list = function (options) { return (Gmail.Users.History.list('me', options).history || []).map(function (h) { return Object.keys(h).filter(function (k) { return /^(messages|labels)./.test(k) && Array.isArray(h[k]); }).join() + ' ' + JSON.stringify((h.labelsAdded || h.labelsRemoved || [{}])[0].labelIds || null); }); };
  return [seen, list({ startHistoryId: start }), list({ startHistoryId: afterAdd, historyTypes: ['messageDeleted'] }), list({ startHistoryId: start, labelId: 'STARRED' }),
    Gmail.Users.History.list('me', { startHistoryId: start, maxResults: 1 }).nextPageToken];
}
function historyOf(id) { Gmail.Users.History.list('me', { startHistoryId: id }); }
function placed() {
  var source = raw(['From: dee@inn.example', 'Subject: placed', 'Date: Thu, 01 Jan 2026 00:00:00 +0000', '', 'x']);
  var dates = [Gmail.Users.Messages.insert({ raw: source }, 'me'), Gmail.Users.Messages.import({ raw: source }, 'me'),
    Gmail.Users.Messages.insert({ raw: source, labelIds: ['STARRED'] }, 'me', null, { internalDateSource: 'dateHeader' })];
  var years = dates.map(function (m) { return new Date(Number(message(m.id).internalDate)).toISOString().slice(0, 7); });
  Gmail.Users.Messages.batchModify({ ids: dates.map(function (m) { return m.id; }), addLabelIds: ['IMPORTANT'] }, 'me');
  var important = Gmail.Users.Messages.list('me', { labelIds: ['IMPORTANT', 'STARRED'] }).messages.length;
  Gmail.Users.Messages.batchDelete({ ids: dates.map(function (m) { return m.id; }) }, 'me');
  return [years, important, search('subject:placed')];
}
function threadWork(id) {
  Gmail.Users.Threads.modify({ addLabelIds: ['STARRED'] }, 'me', id);
  var starred = thread(id).messages.every(function (m) { return m.labelIds.indexOf('STARRED') >= 0; });
  var trashed = Gmail.Users.Threads.trash('me', id).messages.every(function (m) { return m.labelIds.indexOf('TRASH') >= 0; });
  var hidden = (Gmail.Users.Threads.list('me', { q: 'is:starred' }).threads || []).length;
  var inTrash = Gmail.Users.Threads.list('me', { labelIds: 'TRASH' }).threads.map(function (t) { return t.id; }).indexOf(id) >= 0;
  Gmail.Users.Threads.untrash('me', id);
  var listed = Gmail.Users.Threads.list('me', { q: 'is:starred' }).threads[0];
  return [starred, trashed, hidden, inTrash, listed.id === id, Object.keys(listed).sort()];
}
function labelWork(id) {
  var l = Gmail.Users.Labels.create({ name: 'Later', color: { textColor: '#000000', backgroundColor: '#ffffff' } }, 'me');
  Gmail.Users.Messages.modify({ addLabelIds: [l.id] }, 'me', id);
  var counts = Gmail.Users.Labels.get('me', l.id);
  var renamed = Gmail.Users.Labels.patch({ name: 'Soon' }, 'me', l.id);
  Gmail.Users.Labels.remove('me', l.id);
  return [counts.messagesTotal, counts.threadsTotal, renamed.name, renamed.color.textColor, message(id).labelIds.indexOf(l.id)];
}
function badLabel(id) { Gmail.Users.Messages.modify({ addLabelIds: ['Label_404'] }, 'me', id); }
function fixedLabel(id) { Gmail.Users.Messages.modify({ addLabelIds: ['SENT'] }, 'me', id); }
function twiceLabel() { Gmail.Users.Labels.create({ name: 'inbox' }, 'me'); }
function attachment(id) {
  var part = message(id).payload.parts.filter(function (p) { return p.filename; })[0];
  return [part.filename, part.body.size, Utilities.newBlob(Utilities.base64DecodeWebSafe(Gmail.Users.Messages.Attachments.get('me', id, part.body.attachmentId).data)).getDataAsString()];
}
function snippet() { return Gmail.Users.Messages.insert({ raw: raw(['Subject: s', '', "<it's>"]) }, 'me').id; }
function noThread() { sendRaw('ada@bakery.example', 'none'); }
function notThere() { try { draft('r404'); } catch (e) { return [e.name, e.message, e.details.code]; } }
function notBuilt() { Gmail.Users.Settings.getVacation('me'); }
function wrong() { Gmail.Users.Drafts.get(5); }
function quota() { return MailApp.getRemainingDailyQuota(); }
`;

interface Resource {
  id: string;
  threadId: string;
  labelIds: string[];
  message: Resource;
  messages: Resource[];
  raw: string;
  payload: {
    mimeType: string;
    headers: { name: string; value: string }[];
    parts: { mimeType: string; body: { data: string } }[];
  };
}

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { now: '2026-11-21T08:00:00Z' });
});
afterAll(() => rig.stop());

const headersOf = ({ payload }: Resource): Record<string, string> =>
  Object.fromEntries(payload.headers.map(({ name, value }) => [name, value]));

test('a draft is kept until it is sent; then it is gone and a sent message is in its thread', async () => {
  const before = await rig.value<number>('quota');
  const draft = await rig.value<Resource>('create', 'ada@bakery.example', 'Your quarterly report');
  expect(draft.message.labelIds).toEqual(['DRAFT']);
  expect(await rig.value('drafts')).toEqual([draft.id]);

  const sent = await rig.value<Resource>('send', draft.id);
  expect(sent.labelIds).toEqual(['SENT']);
  expect(sent.threadId).toBe(draft.message.threadId);
  expect(sent.id).not.toBe(draft.message.id);
  expect(await rig.value('drafts')).toEqual([]);
  expect(await rig.error('draft', draft.id)).toBe(
    'API call to gmail.users.drafts.get failed with error: Requested entity was not found.',
  );
  const thread = await rig.value<Resource>('thread', sent.threadId);
  expect(thread.messages.map(({ id, labelIds }) => [id, labelIds])).toEqual([[sent.id, ['SENT']]]);
  expect(await rig.value('quota')).toBe(before - 1);
});

test('a sent message keeps its private headers and gets a Message-ID and a date of its own', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'in:sent');
  const headers = headersOf(await rig.value<Resource>('message', id));
  expect(headers['X-Token']).toBe('abc');
  expect(headers['Message-ID']).toMatch(/@mail\.gmail\.com>$/);
  expect(headers.Date).toBe('Sat, 21 Nov 2026 08:00:00 +0000');
});

test('a message can be had whole, in part and raw', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'in:sent');
  const full = await rig.value<Resource>('message', id);
  expect(full.payload.mimeType).toBe('multipart/alternative');
  const texts = full.payload.parts.map(({ body }) =>
    Buffer.from(body.data, 'base64url').toString(),
  );
  expect(texts.map((text) => text.trim())).toEqual(['Grüße, plain', '<p>Grüße</p>']);

  const some = { format: 'metadata', metadataHeaders: ['Subject'] };
  const metadata = await rig.value<Resource>('message', id, some);
  expect(headersOf(metadata)).toEqual({ Subject: 'Your quarterly report' });
  const raw = await rig.value<Resource>('message', id, { format: 'raw' });
  expect(Buffer.from(raw.raw, 'base64url').toString()).toContain('X-Token: abc\r\n');
  expect(await rig.value<Resource>('message', id, { format: 'minimal' })).not.toHaveProperty(
    'payload',
  );
});

test('a changed draft keeps its id and thread, not its message', async () => {
  const draft = await rig.value<Resource>('create', 'ada@bakery.example', 'First');
  const changed = await rig.value<Resource>('update', draft.id, 'Second');
  expect([changed.id, changed.message.threadId]).toEqual([draft.id, draft.message.threadId]);
  expect(changed.message.id).not.toBe(draft.message.id);
  expect(await rig.value('remove', draft.id)).toEqual([]);
});

test('a mail to oneself is in the inbox too', async () => {
  const { labelIds } = await rig.value<Resource>('sendRaw', 'owner@freelancer.example');
  expect(labelIds).toEqual(['UNREAD', 'SENT', 'INBOX']);
});

test('a reply arrives in the thread that it answers', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'subject:quarterly');
  const reply = await rig.host.receive({
    inReplyTo: id,
    from: 'Ada <ada@bakery.example>',
    text: 'Danke',
  });
  const sent = await rig.value<Resource>('message', id);
  expect(reply.threadId).toBe(sent.threadId);
  const received = await rig.value<Resource>('message', reply.id);
  expect(headersOf(received)).toMatchObject({
    Subject: 'Re: Your quarterly report',
    From: 'Ada <ada@bakery.example>',
    'In-Reply-To': headersOf(sent)['Message-ID'],
  });
  expect(await rig.value('search', 'from:ada is:unread newer_than:1d')).toEqual([reply.id]);
});

test('search knows the operators', async () => {
  const raw = [
    'From: Ben <ben@law.example>',
    'To: owner@freelancer.example',
    'Subject: =?UTF-8?B?R3LDvMOfZQ==?=',
    'Message-ID: <ben1@law.example>',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    'see the brief',
    '--x',
    'Content-Type: application/pdf; name="brief.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERg==',
    '--x--',
    '',
  ].join('\r\n');
  const { id } = await rig.host.receive({ raw });
  const queries = [
    'from:ben',
    'to:owner subject:grüße',
    'has:attachment',
    'rfc822msgid:ben1@law.example',
    'rfc822msgid:<ben1@law.example>',
    'in:inbox -from:ada -in:sent',
    '"see the brief"',
    'from:nobody OR from:law.example',
    '{from:nobody from:ben}',
    'filename:pdf',
    'filename:brief.pdf has:nouserlabels smaller:1M',
    'in:inbox category:primary from:ben',
  ];
  for (const query of queries)
    expect([query, await rig.value('search', query)]).toEqual([query, [id]]);
  expect(await rig.value('search', 'from:ben older_than:1d')).toEqual([]);
  await rig.host.moveClock({ advance: 'P2D' });
  expect(await rig.value('search', 'from:ben older_than:1d')).toEqual([id]);
  expect(await rig.value('search', 'from:ben newer_than:1d')).toEqual([]);
});

test('labels, trash, pages, profile and history work', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'from:ben');
  expect(await rig.value('label', id)).toEqual(['Clients/VIP', [id], 15]);
  const [quarterly = ''] = await rig.value<string[]>('search', 'subject:quarterly in:sent');
  const reply = (await rig.value<string[]>('search', 'subject:quarterly')).filter(
    (one) => one !== quarterly,
  );
  expect(await rig.value('trash', quarterly)).toEqual([reply, [quarterly]]);
  expect(await rig.value('paged')).toEqual([1, true]);
  expect(await rig.value('profile')).toBe('owner@freelancer.example');
  expect(await rig.value('history')).toEqual([true]);
});

test('history tells each step since an id that was seen, by kind and by label', async () => {
  const [sameId, all, deleted, starred, next] = await rig.value<unknown[]>('steps');
  expect(sameId).toBe(true);
  expect(all).toEqual([
    'messagesAdded null',
    'labelsAdded,labelsRemoved ["STARRED"]',
    'messagesDeleted null',
  ]);
  expect(deleted).toEqual(['messagesDeleted null']);
  expect(starred).toEqual(['labelsAdded,labelsRemoved ["STARRED"]']);
  expect(next).toBe('1');
  for (const id of ['1', '99999999', 'x']) {
    expect(await rig.error('historyOf', id)).toBe(
      'API call to gmail.users.history.list failed with error: Requested entity was not found.',
    );
  }
});

test('messages are put into the mailbox unsent, and changed and deleted in batches', async () => {
  expect(await rig.value('placed')).toEqual([['2026-11', '2026-01', '2026-01'], 1, []]);
});

test('a thread is labelled, thrown away and brought back as a whole', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'from:ben');
  const { threadId } = await rig.value<Resource>('message', id);
  expect(await rig.value('threadWork', threadId)).toEqual([
    true,
    true,
    0,
    true,
    true,
    ['historyId', 'id', 'snippet'],
  ]);
});

test('a label counts its messages, is renamed, and leaves them when it is deleted', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'from:ben');
  expect(await rig.value('labelWork', id)).toEqual([1, 1, 'Soon', '#000000', -1]);
  const failed = 'API call to gmail.users';
  expect(await rig.error('badLabel', id)).toBe(
    `${failed}.messages.modify failed with error: Invalid label: Label_404`,
  );
  expect(await rig.error('fixedLabel', id)).toBe(
    `${failed}.messages.modify failed with error: Invalid label: SENT`,
  );
  expect(await rig.error('twiceLabel')).toBe(
    `${failed}.labels.create failed with error: Label name exists or conflicts`,
  );
});

test('an attachment is had by its id', async () => {
  const [id = ''] = await rig.value<string[]>('search', 'from:ben');
  expect(await rig.value('attachment', id)).toEqual(['brief.pdf', 4, '%PDF']);
});

test('a snippet is escaped for html', async () => {
  const id = await rig.value<string>('snippet');
  expect(await rig.value('message', id)).toMatchObject({ snippet: '&lt;it&#39;s&gt;' });
});

test('a message cannot be sent into a thread that is not there', async () => {
  expect(await rig.error('noThread')).toBe(
    'API call to gmail.users.messages.send failed with error: Requested entity was not found.',
  );
});

test('errors are those of the API', async () => {
  expect(await rig.value('notThere')).toEqual([
    'GoogleJsonResponseException',
    'API call to gmail.users.drafts.get failed with error: Requested entity was not found.',
    404,
  ]);
  expect(await rig.error('noRecipient')).toBe(
    'API call to gmail.users.messages.send failed with error: Recipient address required',
  );
  expect(await rig.error('notBuilt')).toBe('NotImplementedLocally: Settings.getVacation');
  expect(await rig.error('wrong')).toBe(
    "The parameters (number) don't match the method signature for Gmail.Users.Drafts.get.",
  );
});

test('the control interface shows mails as a client would read them', async () => {
  const mails = await rig.host.mail();
  const received = mails.find(({ from }) => from.includes('ben@'));
  expect(received).toMatchObject({
    state: 'received',
    subject: 'Grüße',
    text: 'see the brief',
    attachments: [{ fileName: 'brief.pdf', mimeType: 'application/pdf' }],
  });
  const sent = mails.find(({ state }) => state === 'sent');
  expect(sent).toMatchObject({
    text: 'Grüße, plain',
    html: expect.stringContaining('<p>Grüße</p>') as string,
  });
  expect(sent?.headers).toContainEqual(['X-Token', 'abc']);
  expect(await rig.host.rawMail(sent?.id ?? '')).toContain('X-Token: abc');
});

test('a filter’s labels are on a mail when it arrives, made where they are missing', async () => {
  const raw = 'From: net@network.example\r\nSubject: Payout\r\n\r\nx';
  const labels = ['Networks/reports', 'clients/vip'];
  const { id } = await rig.host.receive({ raw, labels });
  expect(await rig.value('search', 'label:networks-reports')).toEqual([id]);
  expect(await rig.value<string[]>('search', 'label:clients-vip')).toContain(id);
  const { id: next } = await rig.host.receive({ raw, labels });
  expect(await rig.value('search', 'label:networks-reports')).toEqual([next, id]);
});
