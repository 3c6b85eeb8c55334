import type { Instant } from '../calendar';
import type { Client, Letter, LineLink } from '../workbook';
import { codeReader, codesIn } from './line-code';
import { emptyPost, noteEnd, type Post, tell } from './post';
import { asksToStop } from './stop-request';

/** What somebody did at the official account. */
export interface Deed {
  at: Instant;
  user: string;
  kind: 'follow' | 'unfollow' | 'message';
  text: string;
}

type Linked = Pick<Client, 'id' | 'lineUser'>;

/** What the deeds may be about. */
export interface FollowerDesk {
  clients: readonly Linked[];
  letters: readonly Pick<Letter, 'id' | 'clientId' | 'sent'>[];
  links: readonly LineLink[];
  /** Makes the codes. */
  key: string;
}

/** What the deeds of followers change. */
export interface Followers {
  /** By client: who they are on LINE now; blank where they left. */
  users: Map<string, string>;
  /** Codes that were used just now. */
  links: LineLink[];
  /** By the mark of the code that connected them: when they last wrote. */
  heard: Map<string, Instant>;
  post: Post;
  /** Codes that connected nobody, since they were used before or are too old. */
  refused: number;
  /** Clients whose code came from somebody else than whom they are connected as. */
  contested: Set<string>;
}

/** Whether anything can follow from a deed: of a client on LINE, or with what may be a code. */
export function concerns(deed: Deed, clients: readonly Linked[]): boolean {
  return codesIn(deed.text).length > 0 || clients.some(({ lineUser }) => lineUser === deed.user);
}

/** Whether a client, known by an earlier deed, asks for no more letters. */
export function isStopOf({ kind, user, text }: Deed, clients: readonly Linked[]): boolean {
  return (
    kind === 'message' &&
    clients.some(({ lineUser }) => lineUser === user) &&
    asksToStop(text) === 'yes'
  );
}

/**
 * What deeds of followers, oldest first, mean for clients and their letters. A client is known by the
 * code of a letter to them, or as who was connected so before; never by a name. Who is connected stays
 * so until they leave, whoever else sends a code of theirs: letters are forwarded.
 */
export function readFollowers(deeds: readonly Deed[], desk: FollowerDesk): Followers {
  const read = codeReader(desk.letters, desk.links, desk.key);
  const found: Followers = {
    users: new Map(),
    links: [],
    heard: new Map(),
    post: emptyPost(),
    refused: 0,
    contested: new Set(),
  };
  const userOf = ({ id, lineUser }: Linked): string => found.users.get(id) ?? lineUser;
  for (const deed of deeds) {
    const { user, at, kind } = deed;
    const code = codesIn(deed.text)
      .map((word) => read(word, at))
      .find((one) => one.kind !== 'unknown');
    const owner =
      code?.kind === 'good' ? desk.clients.find(({ id }) => id === code.clientId) : undefined;
    const isOwn = owner !== undefined && ['', user].includes(userOf(owner));
    if (owner !== undefined && !isOwn) found.contested.add(owner.id);
    if (code?.kind === 'good' && isOwn) {
      found.users.set(code.clientId, user);
      found.links.push({ mark: code.mark, clientId: code.clientId, user, linked: at, heard: at });
    }
    const theirs = desk.clients.filter((client) => userOf(client) === user);
    if (kind === 'unfollow') for (const { id } of theirs) found.users.set(id, '');
    if (kind !== 'message') continue;
    // Their own code once more says nothing; anybody else's, or an old one, is refused.
    if (code !== undefined && owner === undefined) found.refused += theirs.length === 0 ? 1 : 0;
    noteHeard(found, desk, theirs, deed);
    if (code === undefined) for (const { id } of theirs) noteWords(found.post, desk, id, deed);
  }
  return found;
}

function noteHeard(
  { heard, links }: Followers,
  desk: FollowerDesk,
  theirs: readonly Linked[],
  { user, at }: Deed,
): void {
  const ids = new Set(theirs.map(({ id }) => id));
  for (const link of [...desk.links, ...links]) {
    if (link.user !== user || !ids.has(link.clientId)) continue;
    heard.set(link.mark, Math.max(at, link.heard ?? 0, heard.get(link.mark) ?? 0));
  }
}

const NOTES = {
  yes: 'The client asked on LINE for no more letters, and was unsubscribed.',
  perhaps:
    'The client speaks on LINE of stopping the letters. Read it there, and set the client’s Consent to unsubscribed if that is what it asks.',
  no: undefined,
};

/** What a client wrote: a wish to stop, or an answer to the last letter that reached them. */
function noteWords(
  post: Post,
  { letters }: FollowerDesk,
  clientId: string,
  { text, at }: Deed,
): void {
  const asks = asksToStop(text);
  if (asks === 'yes') noteEnd(post, clientId, at);
  const [last] = letters
    .filter((letter) => letter.clientId === clientId && (letter.sent ?? Infinity) <= at)
    .sort((a, b) => (b.sent ?? 0) - (a.sent ?? 0));
  if (last === undefined) return;
  const note = NOTES[asks];
  tell(post, last.id, {
    outcome: 'replied',
    answered: at,
    ...(note === undefined ? {} : { note }),
  });
}
