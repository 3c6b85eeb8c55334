import type { Handlers } from '../engine/executor';
import { ScriptError } from '../engine/script-error';
import type { Quotas } from '../engine/quotas';
import type { Clock } from '../time/clock';
import type { Mail } from './drafts';
import { draftMethods } from './gmail-drafts';
import { historyMethods } from './gmail-history';
import { labelMethods } from './gmail-labels';
import { messageMethods } from './gmail-messages';
import { threadMethods } from './gmail-threads';

/** A method of the Gmail API: its arguments as Apps Script passes them, without the user. */
export type ApiMethod = (args: unknown[], now: number) => unknown;

/** A refusal of the API, with its HTTP code. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code = 400,
  ) {
    super(message);
  }
}

/** How scripts use the advanced Gmail service and MailApp. */
export function gmailHandlers(
  mail: Mail,
  quotas: Quotas,
  clock: Clock,
): Pick<Handlers, 'gmail.call' | 'mail.remaining'> {
  const methods: Record<string, ApiMethod> = {
    ...draftMethods(mail),
    ...messageMethods(mail),
    ...threadMethods(mail),
    ...historyMethods(mail),
    ...labelMethods(mail),
    'users.getProfile': () => ({
      emailAddress: mail.mailbox.address,
      messagesTotal: mail.mailbox.all().length,
      threadsTotal: new Set(mail.mailbox.all().map(({ threadId }) => threadId)).size,
      historyId: String(mail.mailbox.historyId),
    }),
  };
  return {
    'mail.remaining': () => quotas.remaining('mail', clock.now()),
    'gmail.call': ({ method, args }, execution) => {
      const call = methods[method];
      const path = method.split('.');
      if (!call) throw notBuilt(path);
      try {
        return call(args, clock.now() + execution.ahead);
      } catch (thrown) {
        throw apiFailure(path, thrown);
      }
    },
  };
}

function notBuilt(path: string[]): ScriptError {
  const [collection = '', method = ''] = path.slice(-2);
  const name = collection.charAt(0).toUpperCase() + collection.slice(1);
  return new ScriptError(`NotImplementedLocally: ${name}.${method}`, 'Error');
}

/** The API calls `delete` what Apps Script calls `remove`. */
function apiFailure(path: string[], thrown: unknown): unknown {
  if (!(thrown instanceof ApiError) && !(thrown instanceof ScriptError)) return thrown;
  const code = thrown instanceof ApiError ? thrown.code : 400;
  const name = path.map((step) => (step === 'remove' ? 'delete' : step)).join('.');
  const message = `API call to gmail.${name} failed with error: ${thrown.message}`;
  const errors = [{ message: thrown.message, domain: 'global', reason: reasons[code] }];
  const details = { code, message: thrown.message, errors };
  return new ScriptError(message, 'GoogleJsonResponseException', details);
}

const reasons: Record<number, string> = {
  400: 'invalidArgument',
  403: 'forbidden',
  404: 'notFound',
  409: 'aborted',
};

/** What the API says of an id that is not there. */
export const notFound = (): ApiError => new ApiError('Requested entity was not found.', 404);

const mostOnPage = 500;

/** A page of a list, and the token of the next. */
export function paged<Item>(
  items: Item[],
  { maxResults = 100, pageToken = '0' }: { maxResults?: number; pageToken?: string },
): { page: Item[]; rest: { nextPageToken?: string; resultSizeEstimate: number } } {
  const from = Number(pageToken);
  const end = from + Math.min(maxResults, mostOnPage);
  const next = end < items.length ? { nextPageToken: String(end) } : {};
  return { page: items.slice(from, end), rest: { ...next, resultSizeEstimate: items.length } };
}

/** The bytes of a message that a script wants to send or keep. */
export function rawOf(resource: { raw?: string } | undefined, media: unknown): Buffer {
  const uploaded = (media as { media?: string } | undefined)?.media;
  if (uploaded !== undefined) return Buffer.from(uploaded, 'base64');
  if (!resource?.raw) {
    throw new ApiError(
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
    );
  }
  return Buffer.from(resource.raw, 'base64url');
}
