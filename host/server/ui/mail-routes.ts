import type { Host } from '../../host';
import type { Message } from '../../mail/mailbox';
import { relabel } from '../../mail/labels';
import { attachmentsOf, headerOf } from '../../mail/mime';
import { sendRequest } from '../../net/request';
import type { Frames } from '../frames';
import { asDownload, BadRequest, json } from '../http';
import { mailSummaries, mailView } from '../mail-list';
import type { Routes } from '../router';
import { mailHtml } from './mail-frame';

/** What the mailbox's page asks for. */
export function mailRoutes(host: Host, frames: Frames): Routes {
  const { mailbox } = host;
  return {
    'GET /host/ui/mail': () => json(mailSummaries(mailbox)),
    'GET /host/ui/mail/:id': (_request, id) => json(mailView(mailbox, messageWith(host, id))),
    'GET /host/ui/mail/:id/frame': (_request, id) => {
      const part = mailbox.parts(messageWith(host, id));
      return json({ address: frames.keepMail(mailHtml(part, host.routes)) });
    },
    'GET /host/ui/mail/:id/files/:at': (_request, id, at) => {
      const file = attachmentsOf(mailbox.parts(messageWith(host, id)))[Number(at)];
      if (!file) throw new BadRequest('This mail has no such file.', 404);
      const headers = { 'Content-Type': 'application/octet-stream', ...asDownload(file.fileName) };
      return { status: 200, headers, body: file.body };
    },
    'POST /host/ui/mail/:id/read': (_request, id) => {
      relabel(host.mail, [messageWith(host, id)], [], ['UNREAD']);
      return json({ ok: true });
    },
    'POST /host/ui/mail/:id/unsubscribe': async (_request, id) => json(await unsubscribe(host, id)),
  };
}

function messageWith(host: Host, id: string | undefined): Message {
  const message = host.mailbox.message(id ?? '');
  if (!message) throw new BadRequest(`There is no message ${id ?? ''}.`, 404);
  return message;
}

/** Unsubscribes in one click, as RFC 8058 has mail clients do it. */
async function unsubscribe(host: Host, id: string | undefined): Promise<unknown> {
  const { headers } = host.mailbox.parts(messageWith(host, id));
  const listed = headerOf(headers, 'List-Unsubscribe') ?? '';
  const address = /<(https?:\/\/[^>]+)>/i.exec(listed)?.[1];
  if (address === undefined) throw new BadRequest('This mail names no address to unsubscribe at.');
  const target = host.routes.resolve(new URL(address));
  if (!target) throw new BadRequest(`No route leads to ${new URL(address).host}.`);
  const { status, body } = await sendRequest({
    address: target,
    method: 'post',
    headers: [
      ['Host', new URL(address).host],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: Buffer.from('List-Unsubscribe=One-Click'),
    timeoutMs: 60_000,
  });
  return { status, body: body.toString('utf8').slice(0, 2000), address };
}
