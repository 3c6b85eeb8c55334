import type { HttpRequest } from '../../http';
import { derivedUuid } from '../../identity';
import type { LineMessage } from '../../letters/line-message';

/** What is asked of LINE's Messaging API (its description of July 2026). */

const API = 'https://api.line.me/v2/bot';
const TIMEOUT_SECONDS = 20;

/** Whose the token is: the official account's name and its id to be found by. */
export function botRequest(token: string): HttpRequest {
  return get(token, 'info');
}

/** How many messages the month has, and how many of them are used. */
export function quotaRequests(token: string): [HttpRequest, HttpRequest] {
  return [get(token, 'message/quota'), get(token, 'message/quota/consumption')];
}

/** Who somebody is; known only of those who follow the account. */
export function profileRequest(token: string, user: string): HttpRequest {
  return get(token, `profile/${user}`);
}

/** Where LINE posts what happens, and whether it does. */
export function webhookRequest(token: string): HttpRequest {
  return get(token, 'channel/webhook/endpoint');
}

/** Sends a letter's messages; asked again with the same key, LINE does not send them again. */
export function pushRequest(
  token: string,
  user: string,
  messages: LineMessage[],
  retryKey: string,
): HttpRequest {
  return {
    url: `${API}/message/push`,
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'X-Line-Retry-Key': retryKey },
    contentType: 'application/json',
    body: JSON.stringify({ to: user, messages }),
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}

/** The key under which a letter is pushed, whenever and however often that is tried. */
export function retryKeyOf(letterId: string): string {
  return derivedUuid('line push', letterId);
}

function get(token: string, path: string): HttpRequest {
  return {
    url: `${API}/${path}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${token}` },
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}
