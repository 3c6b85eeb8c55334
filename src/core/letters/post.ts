import type { Instant } from '../calendar';
import { addressOf } from '../clients/client';
import { cut, messageOf } from '../problem';
import type { Client, Letter } from '../workbook';
import type { Failure } from './bounce';
import { type IncomingMail, senderOf } from './incoming';
import { type Heard, hear, stopToken } from './reply';

/** What the mails that came in change. */
export interface Post {
  /** By client: when they asked for no more letters. */
  ends: Map<string, Instant>;
  /** By client: their address, where nothing will ever arrive. */
  gone: Map<string, string>;
  /** By letter: what was heard of it. */
  news: Map<string, LetterNews>;
}

/** Nothing came in. */
export const emptyPost = (): Post => ({ ends: new Map(), gone: new Map(), news: new Map() });

export interface LetterNews {
  outcome?: 'replied' | 'bounced';
  /** When the client answered. */
  answered?: Instant;
  /** What a person should look at. */
  note?: string;
}

export type PostLetter = Pick<Letter, 'id' | 'clientId' | 'threadId' | 'sent'>;

/** What the mails may be about. */
export interface PostDesk {
  letters: readonly PostLetter[];
  clients: readonly Pick<Client, 'id' | 'email'>[];
  /** The client whose letters a token stops; undefined for one that is not ours. */
  clientOfToken: (token: string) => string | undefined;
}

/**
 * What mails that came in mean for clients and their letters. Nothing is done at the word of anybody
 * but the client, known by their address or by the token that only their letter holds, and of mail
 * systems; of anybody else's answer a person is told, and of any that cannot be read.
 */
export function readPost(mails: readonly IncomingMail[], desk: PostDesk): Post {
  const post = emptyPost();
  for (const mail of mails) {
    const asked = desk.clientOfToken(stopToken(mail));
    const heard = tryToHear(mail);
    if (asked !== undefined) noteEnd(post, asked, mail.at);
    else if (heard.kind === 'bounce') {
      for (const failure of heard.failures) noteFailure(post, failure, mail, desk);
    } else if (heard.kind === 'stop') noteAnswer(post, mail, desk, 'stop');
    else if (heard.kind === 'reply') {
      noteAnswer(post, mail, desk, heard.mayStop ? 'perhaps stop' : 'reply');
    } else if (heard.kind === 'unread') noteAnswer(post, mail, desk, 'unread', heard.note);
  }
  return post;
}

/** One mail that breaks whatever reads it must not keep the others from being read. */
function tryToHear(mail: IncomingMail): Heard | { kind: 'unread'; note: string } {
  try {
    return hear(mail);
  } catch (error) {
    return {
      kind: 'unread',
      note: `An answer could not be read (${cut(messageOf(error), 80)}). Read it in your mailbox, and set the client’s Consent to unsubscribed if that is what it asks.`,
    };
  }
}

/** The client wants no more letters. */
export function noteEnd({ ends }: Post, clientId: string, at: Instant): void {
  ends.set(clientId, Math.min(at, ends.get(clientId) ?? at));
}

/** What a person should look at, by what the answer says. */
const NOTES = {
  stop: 'The answer asks for no more letters, so the client was unsubscribed. Read it in your mailbox if that surprises you.',
  'perhaps stop':
    'The answer speaks of stopping the letters. Read it, and set the client’s Consent to unsubscribed if that is what it asks.',
  reply: undefined,
  unread: undefined,
};

/** A person's answer: by the client in the letter's conversation, or a wish to stop sent on its own. */
function noteAnswer(
  post: Post,
  mail: IncomingMail,
  desk: PostDesk,
  what: 'stop' | 'perhaps stop' | 'reply' | 'unread',
  note = NOTES[what],
): void {
  const sender = senderOf(mail);
  const letter = desk.letters.find(({ threadId }) => threadId === mail.threadId);
  const isSender = (client: PostDesk['clients'][number]): boolean => addressOf(client) === sender;
  if (letter === undefined) {
    const client = desk.clients.find(isSender);
    if (client !== undefined && what === 'stop') noteEnd(post, client.id, mail.at);
    return;
  }
  if (!desk.clients.some((client) => client.id === letter.clientId && isSender(client))) {
    const wish = what.endsWith('stop') ? ' It speaks of stopping the letters.' : '';
    tell(post, letter.id, {
      note: `An answer came from ${sender || 'an unknown sender'}, which is not the client’s address, so nothing was done about it.${wish} Look at it in your mailbox.`,
    });
    return;
  }
  if (what === 'stop') noteEnd(post, letter.clientId, mail.at);
  tell(post, letter.id, {
    outcome: 'replied',
    answered: mail.at,
    ...(note === undefined ? {} : { note }),
  });
}

const DAY_MS = 24 * 3600 * 1000;
/** Days after a letter in which a failure that stands in no conversation can be about it. */
const PATIENCE = 10;

function noteFailure(post: Post, failure: Failure, mail: IncomingMail, desk: PostDesk): void {
  const { recipient, means, why } = failure;
  if (means === 'late') return;
  const letter =
    desk.letters.find(({ threadId }) => threadId === mail.threadId) ??
    lastLetterTo(recipient, mail.at, desk);
  if (letter === undefined) return;
  const client = desk.clients.find(({ id }) => id === letter.clientId);
  const address = client === undefined ? '' : addressOf(client);
  if (address === '' || (recipient !== '' && recipient !== address)) {
    tell(post, letter.id, { note: `A mail to ${recipient} came back: ${why}` });
    return;
  }
  if (means === 'gone') post.gone.set(letter.clientId, address);
  tell(post, letter.id, { outcome: 'bounced', note: `It came back: ${why}` });
}

function lastLetterTo(recipient: string, at: Instant, desk: PostDesk): PostLetter | undefined {
  const ids = new Set(
    desk.clients
      .filter((one) => recipient !== '' && addressOf(one) === recipient)
      .map(({ id }) => id),
  );
  return desk.letters
    .filter(({ clientId, sent }) => {
      const age = at - (sent ?? Infinity);
      return ids.has(clientId) && age >= 0 && age <= PATIENCE * DAY_MS;
    })
    .sort((a, b) => (b.sent ?? 0) - (a.sent ?? 0))[0];
}

/** What is heard of a letter first stays beside what is heard later. */
export function tell({ news }: Post, letterId: string, heard: LetterNews): void {
  const before = news.get(letterId);
  const answered = Math.min(before?.answered ?? Infinity, heard.answered ?? Infinity);
  news.set(letterId, {
    ...before,
    ...heard,
    ...(answered === Infinity ? {} : { answered }),
  });
}
