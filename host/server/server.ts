import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../net/routes';
import { BadRequest, json, readRequest, sendAnswer, type Answer, type Incoming } from './http';

type Handle = (request: Incoming) => Promise<Answer | null>;
/** Something that answers by itself and stays open, such as a stream of events. */
type Stream = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves an origin on this machine only, and gives its address. Port 0 takes any that is free. */
export async function listen(
  port: number,
  handle: Handle,
  stream: Stream = () => false,
): Promise<{ server: http.Server; origin: string }> {
  const server = http.createServer((request, response) => {
    if (!mayAsk(request)) {
      sendAnswer(response, json({ error: { message: 'Only pages of this host may ask.' } }, 403));
    } else if (!stream(request, response)) {
      void answer(request, response, handle);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${actual}` };
}

/**
 * Other sites that are open in the same browser may send requests here too. What changes something
 * through the control interface must come from a page of this host, or from no page at all; and a
 * made-up host name that leads here gets the public web apps only.
 */
function mayAsk(request: IncomingMessage): boolean {
  if (request.url?.startsWith('/p/')) return true;
  const { host = '', origin } = request.headers;
  if (!isLoopback(host.replace(/:\d+$/, ''))) return false;
  if (origin === undefined || !request.url?.startsWith('/host/')) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
): Promise<void> {
  try {
    const request = await readRequest(incoming, `http://${incoming.headers.host ?? 'localhost'}`);
    const found = await handle(request);
    sendAnswer(response, found ?? json({ error: { message: 'There is nothing here.' } }, 404));
  } catch (thrown) {
    if (thrown instanceof BadRequest) {
      sendAnswer(response, json({ error: { message: thrown.message } }, thrown.status));
    } else {
      console.error('The host failed:', thrown);
      sendAnswer(response, json({ error: { message: String(thrown) } }, 500));
    }
  }
}
