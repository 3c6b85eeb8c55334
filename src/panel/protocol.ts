import * as v from 'valibot';
import { isDay } from '../core/calendar';
import type { RefusedRow } from '../core/csv';
import { LISTED_FIELDS, type ListedField } from '../core/clients/cells';
import { LIST_IDS } from '../core/connectors/lists/service';
import {
  type BackColumn,
  type Matching,
  type OutsideField,
  type Place,
  SHARES,
} from '../core/lists/list';
import type { LineMessage } from '../core/letters/line-message';
import { type Channel, COMMISSION_STATUSES } from '../core/workbook';
import type { Progress } from '../services';

/** What the sidebar may ask for. Everything in it was typed by a person, or is hostile. */

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(
      most,
      ({ input }) => `it has ${input.length} characters; at most ${most} fit. Shorten it.`,
    ),
  );
const Line = text(1000);
const Text = text(20_000);
const File = text(20_000_000);
const Ids = v.pipe(
  v.array(Line),
  v.minLength(1, 'choose at least one.'),
  v.maxLength(5000, 'choose at most 5000 at once.'),
);
const Day = v.pipe(
  v.string(),
  v.nonEmpty('choose the day.'),
  v.check(isDay, 'write the day as year-month-day, like 2026-11-21.'),
);
const GivenConsent = v.picklist(['yes', 'service only']);

export const SECRETS = [
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'BITLY_TOKEN',
  'PAGESPEED_API_KEY',
  'AIRTABLE_TOKEN',
  'NOTION_TOKEN',
] as const;

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
    writer: Line,
    model: Line,
    modelAddress: Line,
    tone: Line,
    signature: Line,
    houseRules: text(2000),
    priceIn: Line,
    priceOut: Line,
    monthlyBudget: Line,
    language: Line,
    mailsADay: Line,
    paused: Line,
  }),
);

const ProductForm = v.object({
  id: v.optional(Line, ''),
  name: v.pipe(Line, v.trim(), v.nonEmpty('say what clients should read.')),
  network: Line,
  category: v.optional(Line, ''),
  page: v.optional(Line, ''),
  destination: v.pipe(Line, v.trim(), v.nonEmpty('paste your affiliate address.')),
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
  commission: v.pipe(Line, v.trim(), v.nonEmpty('say how much.')),
  currency: Line,
  /** Book it although an entry that says the same is there. */
  again: v.optional(v.boolean(), false),
});

const SenderName = v.pipe(
  text(60),
  v.trim(),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ,.&()_-]*$/u, 'use letters, digits and spaces.'),
);
const ListId = v.picklist(LIST_IDS);
const ListPlace = v.object({ id: Line, title: Line });
const Column = v.exactOptional(Line);
const ListMatching = v.object(
  Object.fromEntries(LISTED_FIELDS.map((name) => [name, Column])) as Record<
    ListedField,
    typeof Column
  >,
);
const ListBack = v.array(v.object({ share: v.picklist(SHARES), field: Line, type: Line }));

/** What the sidebar calls a field, for the sentence that says what is wrong with it. */
export const FIELD_TITLES: Readonly<Record<string, string>> = {
  csv: 'The file',
  sender: 'Name',
  letters: 'Letters',
  clients: 'Clients',
  basis: 'How',
  date: 'When',
  value: 'Key',
  address: 'Gate address',
  subject: 'Subject',
  body: 'Letter',
  why: 'Why',
  currency: 'Currency',
  'product.name': 'Name',
  'product.category': 'Category',
  'product.page': 'Its ordinary page',
  'product.destination': 'Affiliate address',
  'product.amount': 'Amount',
  'product.currency': 'Currency',
  'product.months': 'For how many months',
  'product.goodFor': 'Good for',
  'product.facts': 'What may be said about it',
  'commission.at': 'When',
  'commission.client': 'Client',
  'commission.commission': 'You get',
  'commission.currency': 'Currency',
  'consent.basis': 'How',
  'consent.date': 'When',
  'settings.senderName': 'Your name',
  'settings.replyTo': 'Reply to',
  'settings.postalAddress': 'Postal address',
  'settings.homeCurrency': 'Home currency',
};

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
        basis: v.pipe(Line, v.trim(), v.nonEmpty('say how they agreed.')),
        date: Day,
        emails: v.optional(v.array(Line)),
      }),
    ),
  }),
  v.object({ do: v.literal('clients') }),
  v.object({ do: v.literal('exportClient'), client: Line }),
  v.object({ do: v.literal('forgetClient'), client: Line }),
  v.object({ do: v.literal('withoutConsent') }),
  v.object({
    do: v.literal('setConsent'),
    clients: Ids,
    consent: GivenConsent,
    basis: v.pipe(Line, v.trim(), v.nonEmpty('say how they agreed.')),
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
  v.object({ do: v.literal('takeBack'), letters: Ids }),
  v.object({ do: v.literal('skip'), letters: Ids, why: v.optional(Line, '') }),
  v.object({ do: v.literal('rewrite'), letters: Ids }),
  v.object({ do: v.literal('sendTest'), letter: Line }),
  v.object({
    do: v.literal('importReport'),
    name: Line,
    csv: File,
    commit: v.optional(v.boolean(), false),
    /** Of amounts that name none; the same by programme, where they differ. */
    currency: v.optional(Line),
    currencies: v.optional(v.record(Line, Line)),
    /** What a person says of dates and amounts that may be read in two ways. */
    dates: v.optional(v.picklist(['dmy', 'mdy'])),
    decimal: v.optional(v.picklist(['.', ','])),
    /** How to read a report that nobody knows, as far as the person settled it. */
    mapping: v.optional(
      v.object({
        network: v.optional(Line),
        kind: v.optional(v.picklist(['', ...COMMISSION_STATUSES])),
        columns: v.optional(v.record(Line, Line)),
      }),
    ),
    /** Set for one that waited: its id. */
    mailed: v.optional(Line),
  }),
  v.object({ do: v.literal('waitingReports') }),
  v.object({ do: v.literal('openReport'), report: Line }),
  v.object({ do: v.literal('setReportAside'), report: Line }),
  v.object({ do: v.literal('lookForReports') }),
  v.object({ do: v.literal('networks') }),
  v.object({
    do: v.literal('connectNetwork'),
    network: Line,
    keys: v.record(Line, Line),
  }),
  v.object({ do: v.literal('disconnectNetwork'), network: Line }),
  v.object({ do: v.literal('pullNow') }),
  v.object({ do: v.literal('claims') }),
  v.object({
    do: v.literal('setClaim'),
    claim: Line,
    state: v.picklist(['open', 'asked', 'settled']),
  }),
  v.object({ do: v.literal('addCommission'), commission: CommissionForm }),
  v.object({ do: v.literal('reverseCommission'), id: Line }),
  v.object({ do: v.literal('whyMine'), number: Line }),
  v.object({ do: v.literal('connections') }),
  v.object({ do: v.literal('connectLine'), token: Line }),
  v.object({ do: v.literal('testConnection'), id: Line }),
  v.object({ do: v.literal('runConnection'), id: Line }),
  v.object({ do: v.literal('disconnect'), id: Line }),
  v.object({ do: v.literal('webhooks') }),
  v.object({ do: v.literal('addWebhook'), address: Line, events: v.array(Line) }),
  v.object({ do: v.literal('rotateWebhook'), webhook: Line }),
  v.object({ do: v.literal('testWebhook'), webhook: Line }),
  v.object({ do: v.literal('removeWebhook'), webhook: Line }),
  v.object({ do: v.literal('hooks') }),
  v.object({ do: v.literal('addHook'), sender: SenderName }),
  v.object({ do: v.literal('removeHook'), sender: Line }),
  v.object({ do: v.literal('listPlaces'), list: ListId }),
  v.object({ do: v.literal('listColumns'), list: ListId, place: Line }),
  v.object({
    do: v.literal('previewList'),
    list: ListId,
    place: ListPlace,
    matching: ListMatching,
    back: v.optional(ListBack, []),
  }),
  v.object({
    do: v.literal('connectList'),
    list: ListId,
    place: ListPlace,
    matching: ListMatching,
    back: v.optional(ListBack, []),
    hours: v.picklist([1, 6, 24, 168]),
  }),
  v.object({ do: v.literal('differences'), list: ListId }),
  v.object({
    do: v.literal('settleDifference'),
    list: ListId,
    source: Line,
    field: v.picklist(LISTED_FIELDS),
    /** Ours, as the line showed it. */
    ours: Text,
    side: v.picklist(['ours', 'theirs']),
  }),
  v.object({ do: v.literal('takeStep'), step: Line }),
  v.object({ do: v.literal('undoPause'), step: Line }),
  v.object({ do: v.literal('taste') }),
  v.object({ do: v.literal('clearTaste') }),
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
  /** Titles of what was saved, and of what is still missing before anything can be sent. */
  saveSettings: { saved: string[]; missing: string[] };
  setSecret: { set: boolean };
  pair: GateState;
  health: GateState;
  importClients: ClientsPreview;
  clients: { clients: ClientLine[] };
  /** A file's name and what it holds: all that the workbook has about the client, as JSON. */
  exportClient: { name: string; json: string };
  /** What is left to do by hand. */
  forgetClient: { left: string };
  withoutConsent: { clients: ClientLine[] };
  setConsent: { changed: number; refused: { client: string; why: string }[] };
  products: {
    products: ProductLine[];
    networks: { title: string; example: string }[];
    currency: string;
  };
  postbacks: { addresses: PostbackLine[]; networks: string[] };
  addPostback: { addresses: PostbackLine[]; networks: string[] };
  networks: { networks: NetworkLine[] };
  connectNetwork: { networks: NetworkLine[] };
  disconnectNetwork: { networks: NetworkLine[] };
  pullNow: JobReport;
  claims: { claims: ClaimLine[] };
  setClaim: { claims: ClaimLine[] };
  recognise: { network: string; check: string; safe: string };
  /** `gaps`: what the product leaves open, and what follows from that. */
  saveProduct: { id: string; check: string; gaps: string[] };
  /** Those that wait, and those of this quarter that were skipped. */
  queue: { letters: QueueLine[]; skipped: QueueLine[] };
  letter: LetterView;
  saveLetter: LetterView;
  approve: Moved;
  takeBack: Moved;
  skip: Moved;
  rewrite: Moved;
  sendTest: { to: string };
  importReport: ReportPreview;
  /** `label`: the Gmail label by which they come; blank where none is set. */
  waitingReports: { label: string; reports: WaitingReport[] };
  openReport: { name: string; csv: string };
  setReportAside: { label: string; reports: WaitingReport[] };
  lookForReports: JobReport;
  addCommission: {
    id: string;
    added: boolean;
    /** The entry in words: amount, client, day. */
    what: string;
    /** Not booked, for an entry that says the same is there. */
    twin: boolean;
    warning: string;
  };
  reverseCommission: { reversed: true };
  /** A sentence for each row with that number; several networks may use it. */
  whyMine: { rows: { id: string; why: string }[] };
  connections: { connections: ConnectionCard[] };
  /** The secret address for LINE to call. */
  connectLine: { address: string };
  testConnection: { said: string };
  runConnection: JobReport;
  disconnect: { connections: ConnectionCard[] };
  webhooks: Webhooks;
  addWebhook: Webhooks;
  rotateWebhook: Webhooks;
  testWebhook: { said: string };
  hooks: Hooks;
  addHook: Hooks;
  removeHook: Hooks;
  removeWebhook: Webhooks;
  /** `kept`: what was chosen before. */
  listPlaces: { places: Place[]; kept?: { place: Place; matching: Matching; back: BackColumn[] } };
  listColumns: {
    fields: OutsideField[];
    guess: Matching;
    ours: { name: ListedField; title: string }[];
  };
  previewList: {
    rows: ListPreviewLine[];
    unchanged: number;
    withoutAddress: number;
    refused: { who: string; why: string }[];
  };
  connectList: { connected: true };
  differences: Differences;
  settleDifference: Differences;
  takeStep: { done: string };
  undoPause: { done: string };
  taste: { examples: { before: string; after: string }[] };
  clearTaste: { examples: { before: string; after: string }[] };
  writeNow: JobReport;
  sendNow: JobReport;
  collectNow: JobReport;
  refreshNow: JobReport;
}

/** A service outside that the workbook is connected with, or could be. */
export interface ConnectionCard {
  id: string;
  title: string;
  about: string;
  /** `open`: something is still to choose. `trouble`: `problem` says what, and the remedy. */
  state: 'off' | 'open' | 'on' | 'trouble';
  /** What it is connected with, in words. */
  what: string;
  /** Milliseconds since 1970; null where there is none. */
  lastRun: number | null;
  nextRun: number | null;
  did: string;
  problem: string;
  /** How much is used of what it allows, as it was last asked. */
  quota?: string;
  /** A secret address for it to call, ready to paste. */
  address?: string;
  /** Whether it does something that can be asked for now. */
  canRun: boolean;
  /** The secret that it needs; it cannot be read back. */
  secret?: { name: (typeof SECRETS)[number]; isKept: boolean };
}

export interface Hooks {
  /** Names of those that may post. */
  senders: string[];
  /** What they may ask for. */
  deeds: string[];
  /** An address that was made just now, shown this once; else blank. */
  address: string;
}

export interface Webhooks {
  webhooks: WebhookLine[];
  events: { type: string; about: string }[];
  /** A secret that was made just now, shown this once; else blank. */
  secret: string;
}

/** A receiver of events. Counts are of the last weeks. */
export interface WebhookLine {
  id: string;
  address: string;
  /** In words. */
  events: string;
  waiting: number;
  delivered: number;
  givenUp: number;
  /** When it is posted to next; null where nothing waits. */
  next: number | null;
  problem: string;
}

export interface ListPreviewLine {
  what: 'added' | 'changed';
  name: string;
  email: string;
  detail: string;
}

/** A cell that was changed both here and in a list. */
export interface Differences {
  lines: DifferenceLine[];
  /** How many lines are left out. */
  more: number;
  /** Clients of the list, by name, who are no longer in it; nothing of theirs was changed here. */
  gone: string[];
}

export interface DifferenceLine {
  source: string;
  field: ListedField;
  client: string;
  column: string;
  ours: string;
  theirs: string;
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
  hasAnthropicKey: boolean;
  hasBitlyToken: boolean;
  hasPageSpeedKey: boolean;
  /** The address of the gate that took our key; blank where there is none. */
  gate: string;
  paused: boolean;
  progress: Progress | null;
  /** What this month's drafts took, in words, and why no AI is asked; blank where there is nothing to say. */
  ai: { spent: string; stopped: string };
  clients: {
    all: number;
    withConsent: number;
    serviceOnly: number;
    withoutConsent: number;
    unsubscribed: number;
    /** Closed, so that they get no letters. */
    closed: number;
    /** Consented, but without a mail address that works or without basis and date. */
    incomplete: number;
  };
  /** Clients of a language that no letter is written in, so that they get English. */
  unwritten: number;
  products: { all: number; active: number };
  letters: Record<string, number>;
  /** When the last of the letters that wait leaves; blank where all may go today. */
  queue: string;
  /** Reports from mails that wait to be looked at. */
  reports: number;
  money: { quarter: string; year: string; all: string; pending: string; plan: string };
  problems: string[];
  next: NextStep;
  /** What the figures propose to do, the most at stake first. */
  steps: StepLine[];
}

/** Something to do next, with its figure; `words` are what to send to a network. */
export interface StepLine {
  id: string;
  sentence: string;
  act: 'pause' | 'ask' | 'write';
  /** Clients to write to, or the network to ask. */
  clients: number;
  network: string;
  words: string;
}

/** The one thing that brings the freelancer further now. */
export interface NextStep {
  title: string;
  why: string;
  /** The part of the sidebar where it is done; `go on` is done on the spot. */
  page: 'setup' | 'clients' | 'products' | 'letters' | 'money' | 'go on';
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

/** A network that can be asked by API what it paid. */
export interface NetworkLine {
  network: string;
  /** What it wants to be shown. */
  fields: { name: string; title: string; help: string }[];
  isKept: boolean;
  /** When it was asked, in words. */
  state: string;
  /** What a person must put right; blank where nothing. */
  problem: string;
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
  /** What a sale pays, in words; blank where it is not noted. */
  worth: string;
  /** What is wrong with its ordinary page; blank where nothing is. */
  pageTrouble: string;
}

export interface QueueLine {
  id: string;
  client: string;
  /** How it travels. */
  channel: Channel;
  email: string;
  status: string;
  subject: string;
  /** The first words of the letter, after its greeting. */
  opening: string;
  /** What it recommends, each with why it was chosen. */
  products: { name: string; why: string }[];
  /** How many findings on the client's site want mending, and how many are fine. */
  findings: { failed: number; passed: number };
  /** Titles of the checks that its words passed. */
  checks: string[];
  /** A draft that passed them all, and carries no note. */
  isSound: boolean;
  writer: string;
  problem: string;
}

export interface LetterView extends QueueLine {
  body: string;
  /** As it will look on LINE; empty where no account is connected. */
  line: LineMessage[];
  html: string;
  text: string;
  /** What was measured, and why what was chosen, in full. */
  evidence: string;
  /** Numbers in it that stand in nothing that was measured or noted. */
  unmeasured: string[];
}

export interface Moved {
  moved: number;
  refused: { letter: string; why: string }[];
}

export interface ReportPreview {
  committed: boolean;
  network: string;
  report: string;
  /** Blank where the report names its own, or nobody has chosen yet. */
  currency: string;
  asksCurrency: boolean;
  /** The programmes whose amounts name no currency, where there are several. */
  programmes: { name: string; currency: string }[];
  /** A date and an amount that may be read in two ways; blank where none may. */
  asks: { dates: string; decimal: string };
  /** What was said of them before, and holds for this one too; blank where that is not so. */
  recalled: { dates: 'dmy' | 'mdy' | ''; decimal: '.' | ',' | '' };
  /** Set where nobody knows the report: how it would be read. */
  mapping: MappingView | null;
  /** What must be said before it can be booked, in sentences. */
  open: string[];
  /** The first rows as they would be booked. */
  rows: ReportLine[];
  added: number;
  changed: number;
  unchanged: number;
  refused: RefusedRow[];
  /** Rows that are rightly not booked: sums, what is said twice, what is no commission. */
  passed: RefusedRow[];
  /** How many of the rows carry a mark of ours. */
  recognised: number;
  total: string;
  /** What rounding did to amounts finer than their currency; blank where there are none. */
  rounding: string;
  /** Which amounts are in no sum yet, and what to do about it; blank where all are. */
  warning: string;
}

/** A report from a mail that waits for a person. */
export interface WaitingReport {
  id: string;
  name: string;
  from: string;
  /** Milliseconds since 1970. */
  at: number;
  why: string;
}

export interface ReportLine {
  day: string;
  /** The network's own; blank where it gives none. */
  number: string;
  status: string;
  sale: string;
  commission: string;
  subId: string;
}

/** How a report that nobody knows would be read, with the reasons. */
export interface MappingView {
  /** A person agreed to it before. */
  isAgreed: boolean;
  /** Who pays. */
  network: string;
  /** What its rows are where no column tells their state; blank while nobody said it. */
  kind: string;
  fields: { role: string; title: string; column: string; why: string; doubt: string }[];
  headers: string[];
  doubts: string[];
}
