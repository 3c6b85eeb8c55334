/** The names under which jobs remember things between executions. */

/** In the vault: secrets, and the mark of the person who ran setUp. */
export const VAULT = {
  /** Proves to the workbook that this person set it up. */
  owner: 'OWNER',
  openAiKey: 'OPENAI_API_KEY',
  anthropicKey: 'ANTHROPIC_API_KEY',
  gateKey: 'GATE_KEY',
  /** Makes links and unsubscribe tokens; without it neither can be forged. */
  linkKey: 'LINK_KEY',
  /** Makes short links of those that lead straight. */
  bitlyToken: 'BITLY_TOKEN',
  /** Where lists of clients are pulled from. */
  airtableToken: 'AIRTABLE_TOKEN',
  notionToken: 'NOTION_TOKEN',
  /** Pushes letters as the official account. */
  lineToken: 'LINE_TOKEN',
  /** The secret in the address that LINE calls. */
  lineKey: 'LINE_KEY',
  /** Measures how fast clients' sites are. */
  pageSpeedKey: 'PAGESPEED_API_KEY',
  /** The secrets in the addresses that networks call, by network, as JSON. */
  postbackKeys: 'POSTBACK_KEYS',
  /** What each network asked by API wants to be shown, by network, as JSON. */
  networkKeys: 'NETWORK_KEYS',
  /** The secrets in the addresses that automations post to, by sender, as JSON. */
  hookKeys: 'HOOK_KEYS',
  /** What signs the events that are posted to receivers, by webhook, as JSON. */
  webhookSecrets: 'WEBHOOK_SECRETS',
} as const;

/** In the state. */
export const STATE = {
  /** Fingerprint of the owner's mark. */
  owner: 'OWNER',
  /** `yes` while the Settings tab says so; lets an idle beat stop without reading the sheet. */
  paused: 'PAUSED',
  /** A person edited the workbook, or a job left work: the next beat looks. */
  look: 'LOOK',
  /** The instant from which something new may be due. */
  nextLook: 'NEXT_LOOK',
  /** The address of the gate that took our key. */
  gate: 'GATE',
  /** The gates before it, as JSON: they are collected from too. */
  formerGates: 'FORMER_GATES',
  /** Address and version of the routes that the gate acknowledged. */
  routes: 'ROUTES',
  /** What the writer's service said last of the chosen model. */
  model: 'MODEL',
  /** Since when the writer's service has been busy. */
  busySince: 'BUSY_SINCE',
  /** The month in which Bitly takes no more. */
  bitlyRests: 'BITLY_RESTS',
  /** Prefix: the list that is pulled from a service, and how its pulls go, as JSON. */
  list: 'LIST ',
  listRun: 'LIST RUN ',
  /** The official account that letters go out as, as JSON. */
  line: 'LINE',
  /** What was heard from LINE and sent there last, as JSON. */
  lineRun: 'LINE_RUN',
  /** Ids of the last events that LINE told of, as JSON. */
  lineSeen: 'LINE_SEEN',
  /** The month in which LINE takes no more, with its limit. */
  lineRests: 'LINE_RESTS',
  /** The day (UTC) and how often clients' sites were asked in it for more than their page. */
  siteAsks: 'SITE_ASKS',
  /** The day (UTC) and how many events were posted to receivers in it. */
  webhookPosts: 'WEBHOOK_POSTS',
  /** When a message of an automation came last, and what came of it, as JSON. */
  hookRun: 'HOOK_RUN',
  /** When receivers were posted to last, and what came of it, as JSON. */
  webhookRun: 'WEBHOOK_RUN',
  /** Clients who are being forgotten, as JSON; gone once they are. */
  forgetting: 'FORGETTING',
  /** The instant up to which incoming mails were read. */
  heard: 'HEARD',
  /** When mails with the label of reports were looked for last. */
  mailed: 'MAILED',
  /** Trigger seconds used, by day. */
  spent: 'SPENT',
  /** Ids of the occasions that set-up has brought, as JSON: one that was deleted stays away. */
  shipped: 'SHIPPED',
  /** Instants of the test mails of the last day. */
  tests: 'TESTS',
  /** The day up to which old visits were folded, or `begun`. */
  folded: 'FOLDED',
  /** Facts are written whose rows may not be; gone once they are. */
  ledgerOpen: 'LEDGER_OPEN',
  /** Where the pull from each network is, by network, as JSON. */
  pulls: 'PULLS',
  /** The last run's problem, by job. */
  problems: 'PROBLEMS',
} as const;

/** How much was counted on a day, from what is kept as `DAY COUNT`; 0 where that is another day. */
export function countedOn(day: string, kept: string | undefined): number {
  const [of = '', count = ''] = (kept ?? '').split(' ');
  return of === day ? Number(count) : 0;
}
