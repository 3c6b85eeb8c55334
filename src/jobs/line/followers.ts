import { readProfile } from '../../core/connectors/line/answers';
import { profileRequest } from '../../core/connectors/line/requests';
import { type LineEvent, readCall } from '../../core/connectors/line/webhook';
import { withoutSecret } from '../../core/http';
import { fingerprint } from '../../core/identity';
import { concerns, type Followers, isStopOf, readFollowers } from '../../core/letters/followers';
import { Problem, type ProblemDetails } from '../../core/problem';
import type { GateEvent } from '../../core/referrals/gate';
import { clients, letters, lineLinks } from '../../core/workbook';
import { many } from '../../core/words/count';
import type { Services } from '../../services';
import { savePost, SENT_COLUMNS, type SentLetter } from '../save-post';
import { STATE, VAULT } from '../state';
import { type LineAccount, lineAccount, lineSecrets, noteLineRun } from './kept';

type LineServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

/** What was done, and what a person should look at, in words. */
interface Noted {
  done: string[];
  problems: string[];
  /** What is wrong with the connection itself, which is among the problems. */
  trouble?: string;
}

const NOTHING: Noted = { done: [], problems: [] };
/** Ids of events that are remembered; one that came before is not listened to again. */
const MOST_SEEN = 200;

/**
 * Notes what followers did, once each: who connected, who left, who answered and who wants no more
 * letters. Anybody could post to the gate, so nothing is believed of a sender before LINE has been
 * asked about them; but a client's wish for no more letters counts although they have left since. Throws a `Problem` where it does not answer: then the events stay at the gate.
 */
export function noteFollowers(services: LineServices, events: GateEvent[]): Noted {
  const came = events.filter(({ kind }) => kind === 'line');
  if (came.length === 0) return NOTHING;
  const account = lineAccount(services);
  if (account === undefined) return NOTHING;
  const fresh = unseen(services, eventsIn(services, came, account));
  const people = services.sheets.readColumns(clients, ['id', 'lineUser']).all;
  const deeds = fresh.filter((event) => concerns(event, people));
  const noted = deeds.length === 0 ? NOTHING : note(services, account, deeds, people);
  remember(services, fresh);
  if (noted !== NOTHING) {
    noteLineRun(services, { did: noted.done.join(', '), problem: noted.trouble ?? '' });
  }
  return noted;
}

/** The events that the account's own webhook told of. */
function eventsIn(
  { vault }: Pick<Services, 'vault'>,
  came: GateEvent[],
  { user }: LineAccount,
): LineEvent[] {
  const keys = lineSecrets({ vault }).map(fingerprint);
  const told = came.flatMap(({ data, at: noted }) => {
    const { key, body } = data ?? {};
    if (typeof key !== 'string' || typeof body !== 'string' || !keys.includes(key)) return [];
    const call = readCall(body);
    if (call?.destination !== user) return [];
    // Nothing happened after the gate heard of it, whatever a body says.
    return call.events.map((event) => ({ ...event, at: Math.min(event.at, noted) }));
  });
  return told.sort((a, b) => a.at - b.at);
}

/** Each event once, without those that were noted before. */
function unseen({ state }: Pick<Services, 'state'>, events: LineEvent[]): LineEvent[] {
  const seen = new Set(seenBefore(state));
  return events.filter((event) => !seen.has(shortId(event)) && seen.add(shortId(event)));
}

function remember({ state }: Pick<Services, 'state'>, events: LineEvent[]): void {
  if (events.length === 0) return;
  const ids = [...seenBefore(state), ...events.map(shortId)];
  state.set(STATE.lineSeen, JSON.stringify(ids.slice(-MOST_SEEN)));
}

/** Ids are as long as LINE likes, and a property holds 9 kB. */
function shortId({ id }: LineEvent): string {
  return fingerprint(id).slice(0, 12);
}

function seenBefore(state: Services['state']): string[] {
  return JSON.parse(state.get(STATE.lineSeen) ?? '[]') as string[];
}

function note(
  services: LineServices,
  account: LineAccount,
  events: LineEvent[],
  people: { id: string; lineUser: string }[],
): Noted {
  const asked = askWho(services, account, [...new Set(events.map(({ user }) => user))]);
  const isBelieved = (event: LineEvent): boolean =>
    // Who left is no longer known to LINE; who does anything else must be.
    'there' in asked && (event.kind === 'unfollow') !== asked.there.has(event.user);
  const deeds = events.filter((event) => isBelieved(event) || isStopOf(event, people));
  const noted = deeds.length === 0 ? NOTHING : take(services, deeds, people);
  const left = events.length - deeds.length;
  if ('there' in asked || left === 0) return noted;
  const trouble = unconfirmed(left, asked.closed);
  return { ...noted, problems: [...noted.problems, trouble], trouble };
}

function take(
  services: LineServices,
  deeds: LineEvent[],
  people: { id: string; lineUser: string }[],
): Noted {
  const { sheets, vault } = services;
  const sent = sheets.readColumns(letters, SENT_COLUMNS).all.filter(isSent);
  const followers = readFollowers(deeds, {
    clients: people,
    letters: sent,
    links: sheets.read(lineLinks).rows,
    key: vault.get(VAULT.linkKey) ?? '',
  });
  return save(services, followers, sent);
}

function isSent({ sent }: SentLetter): boolean {
  return sent !== null;
}

/** Which of these people follow the account. */
function askWho(
  { http }: Pick<Services, 'http'>,
  { token }: LineAccount,
  users: string[],
): { there: Set<string> } | { closed: ProblemDetails } {
  const answers = http.batch(users.map((user) => profileRequest(token, user)));
  const there = new Set<string>();
  for (const [i, user] of users.entries()) {
    const answer = answers[i] ?? { ok: false, error: 'no answer' };
    const said = readProfile(withoutSecret(answer, token), user);
    if (said.kind === 'closed') return { closed: said.problem };
    if (said.kind === 'busy') throw silent(said.why);
    if (said.kind === 'found') there.add(user);
  }
  return { there };
}

const BY_LINE = { basis: 'unsubscribed by a message on LINE', words: 'on LINE' };

/** Writes what changed; who wants no more letters first, for that must not be lost. */
function save(services: LineServices, followers: Followers, sent: SentLetter[]): Noted {
  const { sheets } = services;
  const { users, links, heard, post, refused, contested } = followers;
  const said = savePost(services, post, sent, BY_LINE);
  const patched = [...users].map(([id, lineUser]) => ({ id, set: { lineUser } }));
  sheets.patch(clients, patched);
  // After the clients, for a code that counts as used does not connect again.
  sheets.append(lineLinks, links);
  sheets.patch(
    lineLinks,
    [...heard].map(([id, at]) => ({ id, set: { heard: at } })),
  );
  const left = patched.filter(({ set }) => set.lineUser === '').length;
  const done = [
    links.length > 0 ? `${many(links.length, 'client')} connected on LINE` : '',
    left > 0 ? `${many(left, 'client')} left LINE` : '',
    refused > 0 ? `${many(refused, 'code')} on LINE used before or too old` : '',
    said.done,
  ];
  return {
    done: done.filter((part) => part !== ''),
    problems: [...(said.problem === undefined ? [] : [said.problem]), ...[...contested].map(other)],
  };
}

function other(clientId: string): string {
  return `A code of client ${clientId} came from another LINE account than theirs, and was refused: letters are forwarded. If the account is their new one, empty “LINE user” in their row, and let them send it again.`;
}

function silent(why: string): Problem {
  return new Problem({
    code: 'line-silent',
    sentence: `LINE could not be asked who wrote there (${why}).`,
    remedy: 'Nothing is sent until it answers; the next beat asks again.',
    passes: true,
  });
}

function unconfirmed(count: number, { sentence, remedy }: ProblemDetails): string {
  return `${many(count, 'message')} on LINE could not be confirmed, so nothing was done about them: look in LINE’s chat whether somebody wants no more letters. ${sentence} ${remedy}`;
}
