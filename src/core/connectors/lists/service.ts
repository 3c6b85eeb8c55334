import type { HttpAnswer, HttpRequest } from '../../http';
import type { BackChange } from '../../lists/back';
import type { OutsideField, OutsideRecord, Place } from '../../lists/list';
import { cut, type ProblemDetails } from '../../problem';

/** What is asked, and how to read what comes. */
export interface Question<T> {
  ask: HttpRequest;
  read: (answer: HttpAnswer) => Reply<T>;
}

/** What an answer says: what was asked for, what to ask next, or what stands in the way. */
export type Reply<T> =
  | { kind: 'found'; found: T }
  | { kind: 'next'; question: Question<T> }
  /** The same may be asked again after so many milliseconds. */
  | { kind: 'busy'; why: string; afterMs: number }
  /** The place in the list is no longer known: the pull begins anew. */
  | { kind: 'lost'; why: string }
  /** Nothing more comes until a person has put something right. */
  | { kind: 'closed'; problem: ProblemDetails };

/** One page of a list. */
export interface RecordPage {
  records: OutsideRecord[];
  /** Where the next page begins; absent at the end. */
  next?: string;
  /** The service left out records although there is no next page. */
  isCut?: boolean;
}

export const LIST_IDS = ['airtable', 'notion'] as const;
export type ListId = (typeof LIST_IDS)[number];

/** A service that keeps lists of clients: what to ask it, and how to read its answers. */
export interface ListService {
  id: ListId;
  title: string;
  /** Milliseconds from one request to the next that keep within its limits. */
  paceMs: number;
  places: (token: string) => Question<Place[]>;
  fields: (token: string, place: string) => Question<OutsideField[]>;
  /** A page with at most `size` records (100 at most), of which these columns are wanted. */
  page: (
    token: string,
    place: string,
    fields: string[],
    size: number,
    cursor?: string,
  ) => Question<RecordPage>;
  /** How many records one request may change. */
  mostAtOnce: number;
  write: (token: string, place: string, changes: BackChange[]) => Question<true>;
}

/** Closed, with a sentence and what to do about it. */
export function closed(sentence: string, remedy: string): Reply<never> {
  return {
    kind: 'closed',
    problem: { code: 'list-closed', sentence: cut(sentence, 240), remedy },
  };
}
