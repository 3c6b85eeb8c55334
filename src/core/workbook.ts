import { derivedId } from './identity';
import {
  choice,
  computed,
  count,
  currency,
  day,
  instant,
  list,
  money,
  number,
  text,
  yesNo,
} from './schema/column';
import { type Row, table } from './schema/table';

/** Every tab with its columns: the one place that knows a header. */

export const STAGES = [
  'Lead',
  'Active',
  'Delivered',
  'Nurture',
  'Referred',
  'Repeat',
  'Dormant',
  'Closed',
] as const;

export const CONSENTS = ['yes', 'service only', 'unsubscribed'] as const;

export const clients = table({
  tab: 'Clients',
  key: 'id',
  derive: (row) => (row.email === '' ? '' : derivedId('C', row.email.trim().toLowerCase())),
  empty: 'No clients yet. Choose Perennial → Open Perennial → Clients to bring in a list.',
  columns: {
    id: text('Client ID', {
      by: 'system',
      help: 'Made by Perennial. Leave it empty in a new row.',
      width: 110,
    }),
    name: text('Name', { personal: true, help: 'As you would greet them.', width: 140 }),
    email: text('Email', { personal: true, help: 'Where letters go.', width: 200 }),
    company: text('Company', { personal: true, help: 'Their business.', width: 150 }),
    website: text('Website', {
      personal: true,
      help: 'Their site; the report is measured on it.',
      width: 190,
    }),
    industry: text('Industry', {
      personal: true,
      help: 'One word or two, such as bakery or law.',
      width: 110,
    }),
    pastWork: list('Past work', {
      personal: true,
      help: 'What you did for them, parted by commas.',
      width: 150,
    }),
    needs: list('Needs', {
      personal: true,
      help: 'What they could use next, parted by commas.',
      width: 150,
    }),
    stage: choice('Stage', {
      help: 'Where you stand with them. Closed gets no letters. A change begins what the Occasions tab has for the new stage; one that a client has when Perennial first sees them does so only where Since is at most 30 days ago.',
      choices: STAGES,
      width: 90,
    }),
    language: text('Language', {
      help: 'en, zh-TW, de or ja. Empty: the one in Settings.',
      choices: ['en', 'zh-TW', 'de', 'ja'],
      width: 80,
    }),
    channel: choice('Channel', {
      help: 'How letters reach them, whatever the occasion says. Empty: as the occasion says.',
      choices: ['email', 'line'],
      width: 80,
    }),
    lineUser: text('LINE user', {
      personal: true,
      by: 'system',
      help: 'Set when a client connects on LINE.',
      width: 90,
    }),
    consent: choice('Consent', {
      help: 'yes: letters with recommendations. service only: the report without them. unsubscribed or empty: nothing is sent.',
      choices: CONSENTS,
      width: 100,
    }),
    consentBasis: text('Consent basis', {
      personal: true,
      help: 'How they agreed, such as “contract 2025, clause 8”.',
      width: 150,
    }),
    consentDate: day('Consent date', { help: 'When they agreed.', width: 100 }),
    since: day('Since', { help: 'When they became a client.', width: 100 }),
    nextLetter: day('Next letter', {
      by: 'rollup',
      help: 'When the next letter is due.',
      width: 100,
    }),
    letters: count('Letters', { by: 'rollup', help: 'Letters sent.', width: 70 }),
    taps: count('Taps', {
      by: 'rollup',
      help: 'Visits in which a person went on to the product.',
      width: 70,
    }),
    earned: money('Earned', {
      by: 'rollup',
      help: 'Commissions through this client, in your home currency.',
      currency: 'home',
      width: 90,
    }),
    notes: text('Notes', {
      personal: true,
      help: 'For you. The writer sees them as background, never as orders.',
      width: 320,
    }),
    bounced: text('Bounced', {
      personal: true,
      by: 'system',
      help: 'An address of theirs from which mails come back. Nothing is sent there until you correct Email, or empty this cell.',
      width: 150,
    }),
  },
});
export type Client = Row<typeof clients>;

/** Who unsubscribed, kept apart from the Clients tab: whoever is deleted there stays unsubscribed. */
export const unsubscribed = table({
  tab: '_Unsubscribed',
  key: 'mark',
  derive: () => '',
  empty: '',
  columns: {
    mark: text('Mark', { by: 'system', help: 'Stands for a mail address, without naming it.' }),
    day: day('Day', { by: 'system', help: 'When it unsubscribed, where that is known.' }),
    at: instant('At', { by: 'system', help: 'When that was said, or noticed.' }),
  },
});
export type Unsubscribed = Row<typeof unsubscribed>;

/** Who connected on LINE, by which letter's code; a code works once. */
export const lineLinks = table({
  tab: '_LINE',
  key: 'mark',
  derive: () => '',
  empty: '',
  columns: {
    mark: text('Mark', { by: 'system', help: 'Stands for the code, without naming it.' }),
    clientId: text('Client ID', { by: 'system', help: 'Whose code it was.' }),
    user: text('LINE user', { personal: true, by: 'system', help: 'Who sent it.' }),
    linked: instant('Linked', { by: 'system', help: 'When it was sent.' }),
    heard: instant('Heard', { by: 'system', help: 'When they last wrote on LINE.' }),
  },
});
export type LineLink = Row<typeof lineLinks>;

/** The stages that each client was seen in, so that a change is noticed and none begins anything twice. */
export const stages = table({
  tab: '_Stages',
  key: 'clientId',
  derive: () => '',
  empty: '',
  columns: {
    clientId: text('Client ID', { by: 'system', help: 'Whose stages they are.' }),
    stage: choice('Stage', { by: 'system', help: 'The last one seen.', choices: STAGES }),
    first: day('First seen', { by: 'system', help: 'When Perennial first saw the client.' }),
    reached: list('Reached', {
      by: 'system',
      help: 'Each stage with the day it was reached; before: it was there at first sight.',
    }),
    former: choice('Former', { by: 'system', help: 'The one before that.', choices: STAGES }),
    moved: instant('Moved', { by: 'system', help: 'When the last change was noticed.' }),
    started: list('Started', {
      by: 'system',
      help: 'Each occasion that a hook began for them, with its day.',
    }),
  },
});
export type StageRow = Row<typeof stages>;

/** What was found on each client's site in each quarter, so that a report can say what changed. */
export const findings = table({
  tab: '_Findings',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Findings ID', { by: 'system', help: 'Made of client and quarter.' }),
    clientId: text('Client ID', { by: 'system', help: 'Whose site it is.' }),
    quarter: text('Quarter', { by: 'system', help: 'When it was looked at.' }),
    day: day('Day', { by: 'system', help: 'When it was looked at last.' }),
    address: text('Address', { personal: true, by: 'system', help: 'Where the page was found.' }),
    found: text('Found', {
      personal: true,
      by: 'system',
      help: 'Each audit with its verdict and evidence, as JSON.',
    }),
  },
});
export type FindingsRow = Row<typeof findings>;

/** How fast clients' sites are, by PageSpeed Insights; the runs come in over several beats. */
export const speeds = table({
  tab: '_Speed',
  key: 'clientId',
  derive: () => '',
  empty: '',
  columns: {
    clientId: text('Client ID', { by: 'system', help: 'Whose site it is.' }),
    address: text('Address', { by: 'system', personal: true, help: 'Which page is measured.' }),
    day: day('Day', { by: 'system', help: 'When the first run was.' }),
    runs: text('Runs', { by: 'system', personal: true, help: 'What each run measured, as JSON.' }),
    field: text('Field', { by: 'system', personal: true, help: 'What visitors met, as JSON.' }),
    tries: count('Tries', { by: 'system', help: 'Runs that were tried.' }),
  },
});
export type SpeedRow = Row<typeof speeds>;

export const PAYS = ['once', 'monthly', 'yearly', 'percent'] as const;

export const products = table({
  tab: 'Products',
  key: 'id',
  derive: (row) => (row.destination === '' ? '' : derivedId('P', row.network, row.destination)),
  empty:
    'No products yet. Choose Perennial → Open Perennial → Products and paste an affiliate address.',
  columns: {
    id: text('Product ID', {
      by: 'system',
      help: 'Made by Perennial. Leave it empty in a new row.',
      width: 110,
    }),
    name: text('Name', { help: 'As clients should read it.', width: 170 }),
    network: text('Network', {
      help: 'Which platform pays, such as Impact or Awin; Direct for a deal of your own.',
      width: 110,
    }),
    category: text('Category', {
      help: 'What kind of thing it is, such as hosting or email.',
      width: 110,
    }),
    page: text('Page', { help: 'Its ordinary web page, without tracking.', width: 200 }),
    destination: text('Destination', { help: 'Your affiliate address, pasted whole.', width: 260 }),
    pays: choice('Pays', { help: 'How the commission comes.', choices: PAYS, width: 80 }),
    amount: number('Amount', {
      help: 'What one sale pays, in Currency; with percent, the percentage.',
      format: '#,##0.00',
      width: 80,
    }),
    currency: currency('Currency', { help: 'Of the amount, such as USD.', width: 80 }),
    months: number('Months', {
      help: 'How many months a monthly commission runs. Empty: as long as they stay.',
      format: '0',
      width: 70,
    }),
    goodFor: list('Good for', {
      help: 'Industries, past work or needs that it fits, parted by commas. Empty: anyone.',
      width: 180,
    }),
    facts: text('Facts', {
      help: 'What may be said about it. Nothing else will be.',
      width: 280,
    }),
    active: yesNo('Active', {
      help: 'no: it is not recommended, and its links rest.',
      blank: true,
      width: 70,
    }),
    check: text('Check', {
      by: 'system',
      help: 'What Perennial noticed about the address.',
      width: 420,
    }),
    pageCheck: text('Page check', {
      by: 'system',
      help: 'How its ordinary page answered when Perennial last looked.',
      width: 180,
      wrap: true,
    }),
    conversion: share('Conversion', 'How often recommending it sold.'),
    recommended: count('Recommended', {
      by: 'rollup',
      help: 'How many recommendations Conversion rests on: those that are a month old, or have sold.',
      width: 100,
    }),
    lifetime: money('LTV', {
      by: 'rollup',
      help: 'What a sale brings in five years, in your home currency. Blank under ten subscriptions: the Dashboard shows the range.',
      currency: 'home',
      width: 90,
    }),
    sales: count('Sales', { by: 'rollup', help: 'Purchases of it so far.', width: 70 }),
  },
});
export type Product = Row<typeof products>;

/** Affiliate addresses that are one client's own, where only the address tells sales apart. */
export const addresses = table({
  tab: 'Addresses',
  key: 'id',
  derive: (row) =>
    row.clientId === '' || row.productId === '' ? '' : derivedId('A', row.clientId, row.productId),
  empty:
    'Only for programmes without sub-ids, such as Rewardful: an affiliate address of its own for each client.',
  columns: {
    id: text('Address ID', {
      by: 'system',
      help: 'Made by Perennial. Leave it empty in a new row.',
      width: 110,
    }),
    clientId: text('Client ID', { help: 'Whose address it is.', width: 110 }),
    productId: text('Product ID', { help: 'What it leads to.', width: 110 }),
    address: text('Address', {
      help: 'The affiliate address that you made for this client in the programme.',
      width: 300,
    }),
  },
});
export type AddressRow = Row<typeof addresses>;

export const CHANNELS = ['email', 'line'] as const;
export type Channel = (typeof CHANNELS)[number];

export const links = table({
  tab: 'Links',
  key: 'code',
  derive: () => '',
  empty: 'No links yet. They are made with the letters.',
  columns: {
    code: text('Code', {
      by: 'system',
      help: 'Stands for this client, product and letter.',
      width: 100,
    }),
    clientId: text('Client ID', { by: 'system', help: 'Whose link it is.', width: 110 }),
    productId: text('Product ID', { by: 'system', help: 'Where it leads.', width: 110 }),
    letterId: text('Letter ID', { by: 'system', help: 'Which letter it stands in.', width: 110 }),
    channel: choice('Channel', {
      by: 'system',
      help: 'How the letter travels.',
      choices: CHANNELS,
      width: 80,
    }),
    created: instant('Created', { by: 'system', help: 'When it was made.', width: 130 }),
    taps: count('Taps', { by: 'rollup', help: 'Visits in which a person went on.', width: 70 }),
    earned: money('Earned', {
      by: 'rollup',
      help: 'Commissions through it, in your home currency.',
      currency: 'home',
      width: 90,
    }),
    short: text('Short', {
      by: 'system',
      help: 'Its short form by Bitly, where it leads straight.',
      width: 130,
    }),
  },
});
export type Link = Row<typeof links>;

export const LEVELS = ['opened', 'seen', 'tapped'] as const;
export type Level = (typeof LEVELS)[number];

export const clicks = table({
  tab: 'Clicks',
  key: 'id',
  derive: () => '',
  empty: 'Nobody has followed a link yet.',
  columns: {
    id: text('Click ID', {
      by: 'system',
      help: 'One visit to one link; of a sum, the first of its visits.',
      width: 130,
    }),
    at: instant('At', { by: 'system', help: 'When the page was opened.', width: 130 }),
    code: text('Code', { by: 'system', help: 'The link that was followed.', width: 100 }),
    visit: text('Visit', {
      by: 'system',
      help: 'The gate’s name for this opening. Empty: the sum of a day.',
      width: 80,
    }),
    clientId: text('Client ID', { by: 'system', help: 'Whose link it is.', width: 110 }),
    productId: text('Product ID', { by: 'system', help: 'Where it leads.', width: 110 }),
    letterId: text('Letter ID', { by: 'system', help: 'Which letter it stood in.', width: 110 }),
    level: choice('Level', {
      by: 'system',
      help: 'opened: the page was asked for. seen: it was on a screen. tapped: a person went on.',
      choices: LEVELS,
      width: 80,
    }),
    counted: yesNo('Counted', {
      by: 'system',
      help: 'Whether we take it for a person who went on. What you change here stays.',
      blank: false,
      width: 80,
    }),
    why: text('Why', { by: 'system', help: 'Why it counts, or not.', width: 220 }),
    agent: text('Agent', {
      personal: true,
      by: 'system',
      help: 'What the browser called itself.',
      width: 220,
    }),
    wentOn: instant('Went on', {
      by: 'system',
      help: 'When the link on the page was pressed.',
      width: 130,
    }),
    visits: count('Visits', {
      by: 'system',
      help: 'How many visits the row stands for: 1, or those of a day once they are old. Empty: 1.',
      width: 70,
    }),
  },
});
export type Click = Row<typeof clicks>;

export const COMMISSION_STATUSES = ['pending', 'approved', 'paid', 'reversed'] as const;

export const commissions = table({
  tab: 'Commissions',
  key: 'id',
  derive: (row) =>
    row.externalId === '' ? '' : derivedId('M', row.network.toLowerCase(), row.externalId),
  empty: 'No commissions yet. Choose Perennial → Open Perennial → Money to bring in a report.',
  columns: {
    id: text('Commission ID', {
      by: 'system',
      help: 'Made of network and external id.',
      width: 120,
    }),
    network: text('Network', { help: 'Who pays.', width: 110 }),
    externalId: text('External ID', { help: 'The network’s own number for it.', width: 120 }),
    at: instant('At', { help: 'When the sale happened.', width: 130 }),
    productId: text('Product ID', { help: 'What was bought.', width: 110 }),
    subId: text('Sub-ID', {
      help: 'What our link said of itself, as the network reports it.',
      width: 130,
    }),
    clientId: text('Client ID', { help: 'Who bought.', width: 110 }),
    letterId: text('Letter ID', { by: 'system', help: 'The letter that led there.', width: 110 }),
    matchedBy: text('Matched by', {
      by: 'system',
      help: 'How client and product were found.',
      width: 180,
    }),
    status: choice('Status', {
      help: 'pending, approved, paid or reversed. What should be in no sum, set to reversed: a deleted row comes back with the next report.',
      choices: COMMISSION_STATUSES,
      width: 90,
    }),
    sale: money('Sale', {
      help: 'What the customer paid.',
      currency: { header: 'Currency' },
      width: 90,
    }),
    commission: money('Commission', {
      help: 'What you get.',
      currency: { header: 'Currency' },
      width: 100,
    }),
    currency: currency('Currency', { help: 'Of sale and commission.', width: 80 }),
    homeAmount: money('Home amount', {
      help: 'The commission in your home currency, at the rate of the day it was booked.',
      currency: { header: 'Home currency', blank: 'home' },
      width: 110,
    }),
    source: text('Source', { by: 'system', help: 'Where the row came from.', width: 200 }),
    firstSeen: instant('First seen', { by: 'system', help: 'When it was booked.', width: 130 }),
    changed: instant('Changed', {
      by: 'system',
      help: 'When a report last changed it.',
      width: 130,
    }),
    reported: text('As reported', {
      by: 'system',
      help: 'What the source said last. Where a cell differs from it, you corrected it, and your correction stays.',
      width: 240,
    }),
    homeCurrency: currency('Home currency', {
      by: 'system',
      help: 'Of the home amount. Where yours is another by now, the amount is in no sum until there is a rate.',
      width: 110,
    }),
    programme: text('Programme', {
      by: 'system',
      help: 'What was bought, in the network’s words.',
      width: 140,
    }),
    customer: text('Customer', {
      personal: true,
      by: 'system',
      help: 'The network’s mark for the customer or subscription; renewals share it.',
      width: 110,
    }),
    chance: number('Chance', {
      by: 'system',
      help: 'How likely it is that the client is the right one. Empty: it is certain.',
      format: '0%',
      width: 70,
    }),
  },
});
export type Commission = Row<typeof commissions>;

export const FACT_KINDS = ['report', 'postback', 'hook'] as const;

/**
 * What each source said of each of its rows, word for word; only ever added to. The Commissions tab
 * follows from it, whatever the order in which it was said.
 */
export const reported = table({
  tab: '_Reported',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Fact ID', { by: 'system', help: 'Made of what is said.' }),
    network: text('Network', { by: 'system', help: 'Who pays.' }),
    externalId: text('External ID', { by: 'system', help: 'The row’s number at the source.' }),
    numbers: text('Numbers', {
      by: 'system',
      help: 'Whose numbers these are. Empty: the network’s own.',
    }),
    kind: choice('Kind', { by: 'system', help: 'Who said it.', choices: FACT_KINDS }),
    corrects: text('Corrects', { by: 'system', help: 'The row that this one adds to.' }),
    order: text('Order', { by: 'system', help: 'The merchant’s order number.' }),
    customer: text('Customer', {
      personal: true,
      by: 'system',
      help: 'The customer or subscription.',
    }),
    programme: text('Programme', { by: 'system', help: 'What was bought.' }),
    at: instant('At', { by: 'system', help: 'When the sale happened.' }),
    status: choice('Status', {
      by: 'system',
      help: 'What became of it.',
      choices: COMMISSION_STATUSES,
    }),
    sale: money('Sale', {
      by: 'system',
      help: 'What the customer paid.',
      currency: { header: 'Currency' },
    }),
    commission: money('Commission', {
      by: 'system',
      help: 'What you get.',
      currency: { header: 'Currency' },
    }),
    currency: currency('Currency', { by: 'system', help: 'Of both amounts.' }),
    subId: text('Sub-ID', { by: 'system', help: 'What our link said of itself.' }),
    asOf: instant('As of', { by: 'system', help: 'Until when the source said so.' }),
    source: text('Source', { by: 'system', help: 'Where it was read first.' }),
    firstSeen: instant('First seen', { by: 'system', help: 'When it was read first.' }),
    exact: text('Exact', {
      by: 'system',
      help: 'Amounts finer than the currency, as they were said; what is booked is rounded.',
    }),
  },
});
export type Fact = Row<typeof reported>;

export const CLAIM_KINDS = ['postback', 'sub-id', 'taps'] as const;

/** What is worth asking a network about. */
export const claims = table({
  tab: 'Claims',
  key: 'id',
  derive: () => '',
  empty: 'Nothing to ask a network about.',
  columns: {
    id: text('Claim ID', { by: 'system', help: 'Made of what it is about.', width: 110 }),
    kind: choice('Kind', {
      by: 'system',
      help: 'postback: told, never reported. sub-id: no link explains it. taps: many went on, nothing came.',
      choices: CLAIM_KINDS,
      width: 90,
    }),
    network: text('Network', { by: 'system', help: 'Whom to ask.', width: 110 }),
    productId: text('Product ID', { by: 'system', help: 'What it is about.', width: 110 }),
    clientId: text('Client ID', {
      by: 'system',
      help: 'Whose sale it is, where known.',
      width: 110,
    }),
    since: instant('Since', { by: 'system', help: 'When it began.', width: 130 }),
    what: text('What', {
      personal: true,
      by: 'system',
      help: 'What is odd about it.',
      width: 300,
      wrap: true,
    }),
    ask: text('Ask', {
      personal: true,
      by: 'system',
      help: 'Words to send to the network.',
      width: 360,
      wrap: true,
    }),
    state: choice('State', {
      help: 'asked once you have asked; settled when it is done. What is explained later settles itself.',
      choices: ['open', 'asked', 'settled'],
      width: 90,
    }),
    noted: instant('Noted', { by: 'system', help: 'When Perennial noticed it.', width: 130 }),
  },
});
export type ClaimRow = Row<typeof claims>;

export const LETTER_STATUSES = [
  'drafting',
  'drafted',
  'approved',
  'sending',
  'sent',
  'held',
  'skipped',
  'failed',
] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

export const OUTCOMES = [
  'tapped',
  'replied',
  'bought',
  'unsubscribed',
  'bounced',
  'quiet',
] as const;

export const letters = table({
  tab: 'Letters',
  key: 'id',
  derive: () => '',
  empty: 'No letters yet. Choose Perennial → Write letters now.',
  columns: {
    id: text('Letter ID', {
      by: 'system',
      help: 'Made of client, occasion and period.',
      width: 110,
    }),
    clientId: text('Client ID', { by: 'system', help: 'Who gets it.', width: 110 }),
    occasionId: text('Occasion ID', { by: 'system', help: 'Why we write.', width: 130 }),
    period: text('Period', {
      by: 'system',
      help: 'Which quarter it is for, or which day, letter or product it follows.',
      width: 80,
    }),
    channel: choice('Channel', {
      by: 'system',
      help: 'How it travels.',
      choices: CHANNELS,
      width: 80,
    }),
    status: choice('Status', {
      help: 'Type approved to let a drafted letter go, or skipped to stop it.',
      choices: LETTER_STATUSES,
      width: 90,
    }),
    subject: text('Subject', {
      personal: true,
      help: 'You may change it until you approve.',
      width: 240,
    }),
    body: text('Body', {
      personal: true,
      help: 'You may change it until you approve. Leave the lines in [[ ]] as they are: the links go there.',
      width: 360,
    }),
    products: list('Products', { by: 'system', help: 'What it recommends.', width: 160 }),
    writer: text('Writer', {
      by: 'system',
      help: 'The model that wrote it, or plain for a letter without AI.',
      width: 100,
    }),
    checks: text('Checks', {
      personal: true,
      by: 'system',
      help: 'What was measured, and why each product was chosen.',
      width: 260,
    }),
    draftId: text('Draft ID', {
      by: 'system',
      help: 'Gmail’s draft while it is being sent; on LINE when that was first tried.',
      width: 100,
    }),
    threadId: text('Thread ID', { by: 'system', help: 'Gmail’s conversation.', width: 100 }),
    created: instant('Created', { by: 'system', help: 'When it became due.', width: 130 }),
    approved: instant('Approved', { by: 'system', help: 'When it was approved.', width: 130 }),
    sent: instant('Sent', { by: 'system', help: 'When it left.', width: 130 }),
    outcome: choice('Outcome', {
      by: 'system',
      help: 'What came of it.',
      choices: OUTCOMES,
      width: 100,
    }),
    problem: text('Problem', {
      personal: true,
      by: 'system',
      help: 'What a person should look at.',
      width: 260,
      wrap: true,
    }),
    written: instant('Written', { by: 'system', help: 'When its text was made.', width: 130 }),
    tokensIn: count('Tokens in', {
      by: 'system',
      help: 'What the model read for it, tries that failed included.',
      width: 80,
    }),
    tokensOut: count('Tokens out', {
      by: 'system',
      help: 'What the model wrote for it, tries that failed included.',
      width: 80,
    }),
    cost: number('Cost in USD', {
      by: 'system',
      help: 'At the prices in Settings; empty where they are not known.',
      format: '0.000000',
      width: 90,
    }),
    answered: instant('Answered', {
      by: 'system',
      help: 'When the client answered it.',
      width: 130,
    }),
  },
});
export type Letter = Row<typeof letters>;

/** The title's words; one that has other letters than a to z is told by its digest. */
function occasionId(title: string): string {
  const said = title.trim().toLowerCase();
  const isPlain = /^[a-z0-9]+$/.test(said.replace(/[^\p{L}\p{N}]/gu, ''));
  if (said !== '' && !isPlain) return derivedId('O', said);
  return said.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** What begins a letter; each is one file in core/letters/whens. */
export const WHENS = [
  'quarterly',
  'monthly',
  'yearly',
  'stage',
  'after',
  'tapped',
  'bought',
  'dormant',
] as const;
export type WhenId = (typeof WHENS)[number];

export const occasions = table({
  tab: 'Occasions',
  key: 'id',
  derive: ({ title }) => occasionId(title),
  empty: 'No occasions. Choose Perennial → Set up to bring back those that Perennial begins with.',
  columns: {
    id: text('Occasion ID', { by: 'system', help: 'Made from the title.', width: 130 }),
    title: text('Title', { help: 'What you call it.', width: 160 }),
    when: choice('When', {
      help: 'quarterly, monthly: once in each. yearly: on the day of Since. stage: a client reaches it. after: days after another letter. tapped: went on to a product and did not buy. bought: bought one. dormant: no sign of life.',
      choices: WHENS,
      width: 90,
    }),
    detail: text('Detail', {
      help: 'stage: which, such as Delivered. after: another occasion, and if you like an outcome, such as “quarterly-report: tapped” or “quarterly-report: without bought”. bought: a product, or empty for any. Else empty.',
      width: 150,
    }),
    waitDays: count('Wait days', {
      help: 'Days to wait after that; with dormant, days without a sign of life.',
      width: 80,
    }),
    goodFor: list('For', {
      help: 'Only clients with this past work or industry, parted by commas. Empty: all.',
      width: 150,
    }),
    channel: choice('Channel', {
      help: 'email, line, or best: where the client last answered. Whoever is not on LINE gets a mail.',
      choices: [...CHANNELS, 'best'],
      width: 80,
    }),
    siteReport: yesNo('Site report', {
      help: 'Whether the client’s site is looked at.',
      blank: true,
      width: 90,
    }),
    products: count('Products', { help: 'How many products it recommends, 0 to 2.', width: 80 }),
    brief: text('Brief', {
      help: 'What the letter should do, in your words.',
      width: 320,
      wrap: true,
    }),
    approval: choice('Approval', {
      help: 'ask: you approve each letter. auto: letters that pass every check go by themselves.',
      choices: ['ask', 'auto'],
      width: 90,
    }),
    active: yesNo('Active', { help: 'no: no new letters for it.', blank: true, width: 70 }),
  },
});
export type Occasion = Row<typeof occasions>;

export const activity = table({
  tab: 'Activity',
  key: 'at',
  derive: () => '',
  empty: 'Nothing has happened yet.',
  columns: {
    at: instant('At', { by: 'system', help: 'When it ran.', width: 130 }),
    job: text('Job', { by: 'system', help: 'What ran.', width: 120 }),
    outcome: choice('Outcome', {
      by: 'system',
      help: 'How it ended.',
      choices: ['done', 'paused', 'problem', 'failed'],
      width: 90,
    }),
    done: text('Done', { by: 'system', help: 'What it did.', width: 320, wrap: true }),
    took: number('Took', { by: 'system', help: 'Seconds.', format: '0.0', width: 70 }),
    problem: text('Problem', {
      by: 'system',
      help: 'What a person should look at.',
      width: 360,
      wrap: true,
    }),
  },
});
export type ActivityRow = Row<typeof activity>;

/** What came in by hooks and was done, so that the same again is harmless; its rows are used again. */
export const hooks = table({
  tab: '_Hooks',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Hook ID', { by: 'system', help: 'Made of the sender and the id that it gave.' }),
    at: instant('At', { by: 'system', help: 'When it came.' }),
    sender: text('Sender', { by: 'system', help: 'Who sent it.' }),
    did: text('Did', { by: 'system', help: 'What it asked for.' }),
  },
});
export type HookRow = Row<typeof hooks>;

/** Receivers that are told of what happens; their secrets are kept elsewhere. */
export const webhooks = table({
  tab: 'Webhooks',
  key: 'id',
  derive: (row) => (row.address === '' ? '' : derivedId('W', row.address.trim())),
  empty:
    'Nobody is told of what happens here. Choose Perennial → Open Perennial → Connections to add a receiver.',
  columns: {
    id: text('Webhook ID', { by: 'system', help: 'Made by Perennial.', width: 110 }),
    address: text('Address', { help: 'Where events are posted; https only.', width: 320 }),
    events: list('Events', {
      help: 'Which ones, parted by commas, such as letter.sent, link.tapped. Empty: all.',
      width: 280,
    }),
    active: yesNo('Active', {
      help: 'no: nothing is sent. What happens meanwhile is told once it is yes again, for up to 30 days.',
      blank: true,
      width: 70,
    }),
    since: instant('Since', {
      by: 'system',
      help: 'Only what happened from then on is told.',
      width: 130,
    }),
    note: text('Note', { by: 'system', help: 'What you should know.', width: 320, wrap: true }),
  },
});
export type Webhook = Row<typeof webhooks>;

/** What receivers are to be told and were told of late; its rows are used again. */
export const outbox = table({
  tab: '_Outbox',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Delivery ID', { by: 'system', help: 'Made of event and receiver.' }),
    webhookId: text('Webhook ID', { by: 'system', help: 'Which receiver.' }),
    eventId: text('Event ID', { by: 'system', help: 'What receivers know the event by.' }),
    event: text('Event', { by: 'system', help: 'What kind it is.' }),
    at: instant('At', { by: 'system', help: 'When it happened.' }),
    clientId: text('Client ID', { by: 'system', help: 'Whom it is about.' }),
    queued: instant('Queued', { by: 'system', help: 'When it was found.' }),
    state: choice('State', {
      by: 'system',
      help: 'waiting: it is tried at Next. delivered: it was taken. given up: a day was not enough.',
      choices: ['waiting', 'delivered', 'given up'],
    }),
    tries: count('Tries', { by: 'system', help: 'How often it was posted.' }),
    next: instant('Next', { by: 'system', help: 'When it is tried again.' }),
    said: text('Said', { by: 'system', help: 'What the receiver answered last.' }),
    payload: text('Payload', {
      by: 'system',
      personal: true,
      help: 'What is posted, until it was taken.',
    }),
  },
});
export type OutboxRow = Row<typeof outbox>;

export const rates = table({
  tab: 'Rates',
  key: 'currency',
  derive: () => '',
  empty: 'No rates yet. They are asked for when a commission comes in another currency.',
  columns: {
    currency: currency('Currency', { help: 'A code such as USD.', width: 80 }),
    rate: number('Rate', {
      help: 'What one of it is worth in your home currency. Empty: what Google says.',
      format: '0.000000',
      width: 100,
    }),
    asOf: day('As of', { help: 'The day of your rate. Empty: the day you wrote it.', width: 100 }),
    homeCurrency: currency('Home currency', {
      by: 'system',
      help: 'What the rate is given in. A rate for another home currency is asked for anew.',
      width: 110,
    }),
    market: computed('Google', {
      by: 'system',
      help: 'What Google says now, where it knows the pair.',
      format: '0.000000',
      width: 100,
    }),
  },
});
export type Rate = Row<typeof rates>;

/** The rates of past days, so that what was earned then keeps its worth. */
export const pastRates = table({
  tab: '_Rates',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Rate ID', { by: 'system', help: 'Made of currencies and day.' }),
    currency: currency('Currency', { by: 'system', help: 'A code such as USD.' }),
    day: day('Day', { by: 'system', help: 'From this day on.' }),
    rate: number('Rate', { by: 'system', help: 'What one of it was worth.', format: '0.000000' }),
    homeCurrency: currency('Home currency', { by: 'system', help: 'In what.' }),
  },
});
export type PastRate = Row<typeof pastRates>;

/** Where each route's links lead; kept so that a code's first three letters stay what they were. */
export const routes = table({
  tab: '_Routes',
  key: 'route',
  derive: () => '',
  empty: '',
  columns: {
    route: text('Route', { by: 'system', help: 'The first three letters of its links.' }),
    productId: text('Product ID', { by: 'system', help: 'Where it leads.' }),
    occasionId: text('Occasion ID', { by: 'system', help: 'Why it was made.' }),
    channel: choice('Channel', {
      by: 'system',
      help: 'How its letters travel.',
      choices: CHANNELS,
    }),
    clientId: text('Client ID', {
      by: 'system',
      help: 'Whose own address it leads to. Empty: everybody’s.',
    }),
  },
});
export type RouteRow = Row<typeof routes>;

/** Drafts as the writer made them, until the letter is let go; then they are blank. */
export const drafts = table({
  tab: '_Drafts',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Letter ID', { by: 'system', help: 'Which letter it became.' }),
    clientId: text('Client ID', { by: 'system', help: 'Whose letter it is.' }),
    body: text('Body', {
      personal: true,
      by: 'system',
      help: 'Its text before anybody changed it.',
    }),
  },
});
export type DraftRow = Row<typeof drafts>;

/** How the freelancer changed drafts, without names and numbers; the writer is shown the latest. */
export const tastes = table({
  tab: '_Taste',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Letter ID', { by: 'system', help: 'Which letter it was.' }),
    clientId: text('Client ID', { by: 'system', help: 'Whose letter it was.' }),
    at: instant('At', { by: 'system', help: 'When it was learnt.' }),
    before: text('Before', { personal: true, by: 'system', help: 'The draft.' }),
    after: text('After', { personal: true, by: 'system', help: 'What the freelancer made of it.' }),
  },
});
export type Taste = Row<typeof tastes>;

/** Which record of an outside list each client is, and what came from it last. */
export const sources = table({
  tab: '_Sources',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Source ID', { by: 'system', help: 'Made of the list and the record.' }),
    list: text('List', { by: 'system', help: 'The table that it stands in.' }),
    recordId: text('Record ID', { by: 'system', help: 'The service’s own name for it.' }),
    clientId: text('Client ID', { personal: true, by: 'system', help: 'Which client it is.' }),
    state: choice('State', {
      by: 'system',
      help: 'here: in the list. gone: no longer there. removed: its client was deleted here.',
      choices: ['here', 'gone', 'removed'],
    }),
    last: text('Last', {
      personal: true,
      by: 'system',
      help: 'What came last of each column, as JSON.',
    }),
    conflicts: text('Conflicts', {
      personal: true,
      by: 'system',
      help: 'What was changed both here and there, as JSON.',
    }),
    written: text('Written', {
      personal: true,
      by: 'system',
      help: 'What was written back last, as JSON.',
    }),
    seen: text('Seen', { by: 'system', help: 'The pull, in several runs, that saw it last.' }),
  },
});
export type SourceRow = Row<typeof sources>;

/** How reports that nobody knew are read, as a person agreed to, and what they said of others. */
export const mappings = table({
  tab: '_Mappings',
  key: 'print',
  derive: () => '',
  empty: '',
  columns: {
    print: text('Columns', {
      by: 'system',
      help: 'Stands for the report’s columns, or names the network whose reports leave something open.',
    }),
    network: text('Network', { by: 'system', help: 'Who pays.' }),
    mapping: text('Mapping', {
      by: 'system',
      help: 'Which column is what, or what you answered, as JSON.',
    }),
    agreed: instant('Agreed', { by: 'system', help: 'When you agreed to it.' }),
  },
});
export type MappingRow = Row<typeof mappings>;

/** The reports that came by mail: what was booked, and what waits for a person. */
export const mailed = table({
  tab: '_Mailed',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Report ID', { by: 'system', help: 'Made of the mail and what the file holds.' }),
    mailId: text('Mail', { by: 'system', help: 'Gmail’s own name for the mail.' }),
    name: text('File', { by: 'system', help: 'What the file is called.' }),
    from: text('From', { by: 'system', help: 'Who sent it, as the mail says.' }),
    at: instant('At', { by: 'system', help: 'When it came.' }),
    state: choice('State', {
      by: 'system',
      help: 'waiting: for you, in the sidebar. booked: in the ledger. set aside: by you.',
      choices: ['waiting', 'booked', 'set aside'],
    }),
    why: text('Why', { by: 'system', help: 'Why it waits, or what was done to it.' }),
  },
});
export type MailedRow = Row<typeof mailed>;

/** What each product brought and should bring; read by charts, and by whoever connects a report. */
export const productsWorth = table({
  tab: '_Products worth',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Product ID', rolledUp('Which product.')),
    name: text('Name', rolledUp('Its name.')),
    network: text('Network', rolledUp('Who pays.')),
    ...yieldColumns(),
    perLetter: money('Earned per letter', atHome('Earned by each recommendation.')),
    perTap: money('Earned per tap', atHome('Earned by each tap of a person.')),
    payment: money('Payment', atHome('One payment, as a sale brings it.')),
    payments: count('Payments', rolledUp('The payments that this rests on.')),
    subscriptions: count('Subscriptions', rolledUp('Where it pays again: all so far.')),
    going: count('Going on', rolledUp('Those of them that go on.')),
    expected: number('Payments to expect', { ...rolledUp('Of one sale.'), format: '0.0' }),
    lifetime: money(
      'Lifetime value',
      atHome('What a sale brings in five years. Blank under ten subscriptions: see the range.'),
    ),
    lifetimeLow: money('Lifetime low', atHome('Nine times in ten it is more.')),
    lifetimeHigh: money('Lifetime high', atHome('Nine times in ten it is less.')),
    yearModel: share('Stay a year', 'Share still paying after a year, by the model.'),
    yearSeen: share('Stay a year, seen', 'The same as it was observed (Kaplan–Meier).'),
  },
});
export type ProductWorthRow = Row<typeof productsWorth>;

/** What each network brought. */
export const networksWorth = table({
  tab: '_Networks worth',
  key: 'network',
  derive: () => '',
  empty: '',
  columns: {
    network: text('Network', rolledUp('Who pays.')),
    products: count('Products', rolledUp('How many of yours it pays for.')),
    ...yieldColumns(),
    perLetter: money('Earned per letter', atHome('Earned by each recommendation.')),
    perTap: money('Earned per tap', atHome('Earned by each tap of a person.')),
  },
});
export type NetworkWorthRow = Row<typeof networksWorth>;

/** What each kind of client brought. */
export const segments = table({
  tab: '_Segments',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Segment ID', rolledUp('Kind and segment.')),
    kind: text('Kind', rolledUp('industry, past work, stage, language or channel.')),
    segment: text('Segment', rolledUp('Its name.')),
    clients: count('Clients', rolledUp('How many there are.')),
    recommended: count('Recommended', rolledUp('Recommendations old enough to tell.')),
    bought: count('Bought', rolledUp('Those of them that sold.')),
    conversion: share('Conversion', 'Bought of recommended.'),
    conversionLow: share('Conversion low', 'Its 95 % interval by Wilson.'),
    conversionHigh: share('Conversion high', 'Its 95 % interval by Wilson.'),
    sales: count('Sales', rolledUp('Purchases, by a recommendation or not.')),
    earned: money('Earned', atHome('Approved or paid.')),
    lifetime: money('Lifetime value', atHome('What a purchase brings, with what is to come.')),
  },
});
export type SegmentRow = Row<typeof segments>;

/** The cash of the next twelve months. */
export const forecasts = table({
  tab: '_Forecast',
  key: 'ahead',
  derive: () => '',
  empty: '',
  columns: {
    ahead: text('Ahead', rolledUp('1 is the month from today on; year is all twelve.')),
    from: day('From', rolledUp('Its first day.')),
    expected: money('Expected', atHome('Cash to be expected.')),
    low: money('Low', atHome('Nine times in ten it is more.')),
    high: money('High', atHome('Nine times in ten it is less.')),
    locking: money('Locking', atHome('Approved, not paid yet.')),
    pending: money('Pending', atHome('Not approved yet, without what will be reversed.')),
    recurring: money('Recurring', atHome('Further payments of subscriptions.')),
    letters: money('Letters', atHome('Sales of letters still to be written.')),
    plan: money('Plan', atHome('What the plan in Settings comes to.')),
  },
});
export type ForecastRow = Row<typeof forecasts>;

/** What to do next, as the rollup finds it. */
export const nextSteps = table({
  tab: '_Next',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('Step ID', rolledUp('Made of what is to be done.')),
    sentence: text('Sentence', rolledUp('With its figure and its cases.')),
    act: choice('Act', { ...rolledUp('What can be done.'), choices: ['pause', 'ask', 'write'] }),
    about: list('About', rolledUp('A product, a network or clients.')),
    words: text('Words', rolledUp('What to send to the network.')),
    stake: money('Stake', atHome('What is at stake.')),
    done: instant('Done', { by: 'system', help: 'When it was done from the sidebar.' }),
  },
});
export type StepRow = Row<typeof nextSteps>;

/** What products and networks are measured by alike. */
function yieldColumns() {
  return {
    recommended: count('Recommended', rolledUp('Recommendations old enough to tell.')),
    bought: count('Bought', rolledUp('Those of them that sold.')),
    conversion: share('Conversion', 'Bought of recommended.'),
    conversionLow: share('Conversion low', 'Its 95 % interval by Wilson.'),
    conversionHigh: share('Conversion high', 'Its 95 % interval by Wilson.'),
    taps: count('Taps', rolledUp('Visits in which a person went on.')),
    sales: count('Sales', rolledUp('Purchases, by a recommendation or not.')),
    earned: money('Earned', atHome('Approved or paid.')),
    pending: money('Pending', atHome('Not approved yet.')),
  };
}

function rolledUp(help: string): { by: 'rollup'; help: string } {
  return { by: 'rollup', help };
}

function atHome(help: string): { by: 'rollup'; help: string; currency: 'home' } {
  return { ...rolledUp(help), currency: 'home' };
}

/** A share from 0 to 1, shown in per cent; blank without cases. */
function share(header: string, help: string) {
  return number(header, { ...rolledUp(help), format: '0.0%' });
}

/** The tabs that hold records, in the order a person sees them. */
export const TABLES = [
  clients,
  products,
  letters,
  occasions,
  addresses,
  links,
  clicks,
  commissions,
  claims,
  rates,
  webhooks,
  activity,
  routes,
  mappings,
  mailed,
  unsubscribed,
  lineLinks,
  reported,
  pastRates,
  drafts,
  tastes,
  sources,
  stages,
  productsWorth,
  networksWorth,
  segments,
  forecasts,
  nextSteps,
  findings,
  speeds,
  outbox,
  hooks,
] as const;

/** The tabs that are not lists of records. */
export const DASHBOARD = 'Dashboard';
export const SETTINGS_TAB = 'Settings';
/** What the charts are drawn from. */
export const CHART_DATA = '_Charts';
