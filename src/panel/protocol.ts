import * as v from 'valibot';
import { isDay } from '../core/calendar';
import type { RefusedRow } from '../core/csv';
import type { Progress } from '../services';

/** What the sidebar may ask for. Everything in it was typed by a person, or is hostile. */

const Line = v.pipe(v.string(), v.maxLength(1000));
const Text = v.pipe(v.string(), v.maxLength(20_000));
const File = v.pipe(v.string(), v.maxLength(20_000_000));
const Ids = v.pipe(v.array(Line), v.minLength(1), v.maxLength(5000));
const DAY_ASKED = 'Write the date as year-month-day, like 2026-11-21.';
const Day = v.pipe(v.string(), v.isoDate(DAY_ASKED), v.check(isDay, DAY_ASKED));
const GivenConsent = v.picklist(['yes', 'service only']);

export const SECRETS = ['OPENAI_API_KEY', 'BITLY_TOKEN'] as const;

const SettingsForm = v.partial(
  v.object({
    senderName: Line,
    replyTo: Line,
    postalAddress: Line,
    picture: v.pipe(v.string(), v.maxLength(50_000)),
    homeCurrency: Line,
    gateAddress: Line,
    linkWay: Line,
    utm: Line,
    model: Line,
    modelAddress: Line,
    language: Line,
    mailsADay: Line,
    paused: Line,
  }),
);

const ProductForm = v.object({
  id: v.optional(Line, ''),
  name: v.pipe(Line, v.trim(), v.nonEmpty('The product needs a name.')),
  network: Line,
  category: v.optional(Line, ''),
  page: v.optional(Line, ''),
  destination: v.pipe(Line, v.trim(), v.nonEmpty('Paste your affiliate address.')),
  pays: v.optional(v.picklist(['', 'once', 'monthly', 'yearly', 'percent']), ''),
  amount: v.optional(Line, ''),
  currency: v.optional(Line, ''),
  months: v.optional(Line, ''),
  goodFor: v.optional(Line, ''),
  facts: v.optional(Text, ''),
  active: v.optional(v.boolean(), true),
});

const CommissionForm = v.object({
  /** Made when the form was opened, so that sending it twice books once. */
  key: v.pipe(Line, v.nonEmpty()),
  network: v.optional(Line, 'Direct'),
  at: Day,
  product: v.optional(Line, ''),
  client: v.optional(Line, ''),
  status: v.optional(v.picklist(['pending', 'approved', 'paid']), 'approved'),
  sale: v.optional(Line, ''),
  commission: v.pipe(Line, v.nonEmpty('Say how much you get.')),
  currency: Line,
});

export const PanelRequestSchema = v.variant('do', [
  v.object({ do: v.literal('home') }),
  v.object({ do: v.literal('setUp') }),
  v.object({ do: v.literal('saveSettings'), settings: SettingsForm }),
  v.object({ do: v.literal('setSecret'), name: v.picklist(SECRETS), value: Line }),
  v.object({ do: v.literal('pair'), address: Line }),
  v.object({ do: v.literal('health') }),
  v.object({
    do: v.literal('importClients'),
    csv: File,
    commit: v.optional(v.boolean(), false),
    consent: v.optional(
      v.object({
        consent: v.optional(GivenConsent, 'yes'),
        basis: v.pipe(Line, v.trim(), v.nonEmpty('Say how they agreed.')),
        date: Day,
        emails: v.optional(v.array(Line)),
      }),
    ),
  }),
  v.object({ do: v.literal('withoutConsent') }),
  v.object({
    do: v.literal('setConsent'),
    clients: Ids,
    consent: GivenConsent,
    basis: v.pipe(Line, v.trim(), v.nonEmpty('Say how they agreed.')),
    date: Day,
  }),
  v.object({ do: v.literal('products') }),
  v.object({ do: v.literal('postbacks') }),
  v.object({ do: v.literal('addPostback'), network: Line }),
  v.object({ do: v.literal('recognise'), destination: Line }),
  v.object({ do: v.literal('saveProduct'), product: ProductForm }),
  v.object({ do: v.literal('queue') }),
  v.object({ do: v.literal('letter'), letter: Line }),
  v.object({ do: v.literal('saveLetter'), letter: Line, subject: Line, body: Text }),
  v.object({ do: v.literal('approve'), letters: Ids }),
  v.object({ do: v.literal('skip'), letters: Ids, why: v.optional(Line, '') }),
  v.object({ do: v.literal('rewrite'), letters: Ids }),
  v.object({ do: v.literal('sendTest'), letter: Line }),
  v.object({
    do: v.literal('importReport'),
    name: Line,
    csv: File,
    commit: v.optional(v.boolean(), false),
    currency: v.optional(Line),
  }),
  v.object({ do: v.literal('claims') }),
  v.object({
    do: v.literal('setClaim'),
    claim: Line,
    state: v.picklist(['open', 'asked', 'settled']),
  }),
  v.object({ do: v.literal('addCommission'), commission: CommissionForm }),
  v.object({ do: v.literal('writeNow') }),
  v.object({ do: v.literal('sendNow') }),
  v.object({ do: v.literal('collectNow') }),
  v.object({ do: v.literal('refreshNow') }),
]);

/** A request after it was checked. */
export type PanelRequest = v.InferOutput<typeof PanelRequestSchema>;
/** A request as the sidebar may write it: what has a default may be left out. */
export type PanelCall = v.InferInput<typeof PanelRequestSchema>;
/** A product as its form holds it: every value as typed. */
export type ProductForm = v.InferOutput<typeof ProductForm>;

/** What each request is answered with. */
export interface PanelAnswers {
  home: Home;
  setUp: JobReport;
  saveSettings: { saved: string[] };
  setSecret: { set: boolean };
  pair: GateState;
  health: GateState;
  importClients: ClientsPreview;
  withoutConsent: { clients: ClientLine[] };
  setConsent: { changed: number; refused: { client: string; why: string }[] };
  products: {
    products: ProductLine[];
    networks: { title: string; example: string }[];
    currency: string;
  };
  postbacks: { addresses: PostbackLine[]; networks: string[] };
  addPostback: { addresses: PostbackLine[]; networks: string[] };
  claims: { claims: ClaimLine[] };
  setClaim: { claims: ClaimLine[] };
  recognise: { network: string; check: string; safe: string };
  saveProduct: { id: string; check: string };
  queue: { letters: QueueLine[] };
  letter: LetterView;
  saveLetter: LetterView;
  approve: Moved;
  skip: Moved;
  rewrite: Moved;
  sendTest: { to: string };
  importReport: ReportPreview;
  addCommission: { id: string; added: boolean };
  writeNow: JobReport;
  sendNow: JobReport;
  collectNow: JobReport;
  refreshNow: JobReport;
}

/** What a job did, in words. */
export interface JobReport {
  done: string;
  problem: string;
}

export interface Home {
  isSetUp: boolean;
  /** Titles of what is missing before anything can be sent. */
  missing: string[];
  settings: Record<string, string>;
  hasOpenAiKey: boolean;
  hasBitlyToken: boolean;
  /** The address of the gate that took our key; blank where there is none. */
  gate: string;
  paused: boolean;
  progress: Progress | null;
  clients: {
    all: number;
    withConsent: number;
    serviceOnly: number;
    withoutConsent: number;
    unsubscribed: number;
  };
  products: { all: number; active: number };
  letters: Record<string, number>;
  money: { quarter: string; year: string; all: string; pending: string; plan: string };
  problems: string[];
  next: NextStep;
}

/** The one thing that brings the freelancer further now. */
export interface NextStep {
  title: string;
  why: string;
  /** The part of the sidebar where it is done. */
  page: 'setup' | 'clients' | 'products' | 'letters' | 'money';
}

export interface GateState {
  address: string;
  routes: number;
  events: number;
  bytes: number;
  dropped: number;
  unknown: number;
}

export interface ClientLine {
  id: string;
  name: string;
  email: string;
  company: string;
}

export interface ClientsPreview {
  committed: boolean;
  added: number;
  changed: number;
  unchanged: number;
  refused: RefusedRow[];
  /** The first rows of each kind, to look at. */
  rows: { what: 'added' | 'changed'; name: string; email: string; detail: string }[];
  withoutConsent: { email: string; name: string }[];
  /** Those who unsubscribed before, and stay so whatever the file says. */
  unsubscribed: { email: string; name: string }[];
}

/** Something worth asking a network about, with the words to send. */
export interface ClaimLine {
  id: string;
  network: string;
  state: string;
  what: string;
  ask: string;
}

/** An address for a network to call, ready to paste; a secret. */
export interface PostbackLine {
  network: string;
  address: string;
  hint: string;
}

export interface ProductLine extends ProductForm {
  check: string;
  /** What is wrong with its ordinary page; blank where nothing is. */
  pageTrouble: string;
}

export interface QueueLine {
  id: string;
  client: string;
  email: string;
  status: string;
  subject: string;
  /** The first words of the letter. */
  opening: string;
  products: string[];
  writer: string;
  problem: string;
}

export interface LetterView extends QueueLine {
  body: string;
  html: string;
  text: string;
  checks: string;
}

export interface Moved {
  moved: number;
  refused: { letter: string; why: string }[];
}

export interface ReportPreview {
  committed: boolean;
  network: string;
  report: string;
  /** Blank where the report names none and nobody has chosen yet. */
  currency: string;
  asksCurrency: boolean;
  added: number;
  changed: number;
  unchanged: number;
  refused: RefusedRow[];
  /** How many of the rows carry a mark of ours. */
  recognised: number;
  total: string;
}
