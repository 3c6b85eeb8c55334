import { currencyCode } from './money';
import { pictureAddress } from './picture';
import { cut, Problem, type ProblemDetails } from './problem';
import type { Cell } from './schema/column';

/** How a product's links reach its merchant. */
export const LINK_WAYS = ['gate', 'edge', 'straight'] as const;
export type LinkWay = (typeof LINK_WAYS)[number];

/** Who writes the drafts. */
export const WRITERS = ['openai', 'chat', 'anthropic', 'plain'] as const;
export type WriterName = (typeof WRITERS)[number];

/** Whether a sale without a mark is taken to come from the last tap before it, or from the first. */
const TOUCHES = ['last', 'first'] as const;
export type Touch = (typeof TOUCHES)[number];

const YES_NO = ['yes', 'no'] as const;

/** Visits are looked at one by one for so long: 90 days for a network's longest memory, as many for a late report. */
export const LEAST_KEPT = 180;

interface Setting<T> {
  title: string;
  help: string;
  choices?: readonly string[];
  default: T;
  /** Throws a `Problem` for what cannot be. */
  read: (said: string) => T;
  /** An empty cell says something else than the default. */
  mayBeEmpty?: true;
}

/** Every setting, in the order of the Settings tab. None of them is a secret. */
export const SETTINGS = {
  senderName: words('Sender name', 'Who the letters are from: your name, as clients know it.'),
  replyTo: email('Reply to', 'Where answers should go. Tests are sent here too.'),
  postalAddress: words(
    'Postal address',
    'Stands at the foot of each letter; the law asks for it. One line, commas between.',
  ),
  picture: {
    ...words(
      'Picture',
      'Your picture on the page behind a link. Choose an image file in the sidebar; it is made small there.',
    ),
    read: pictureAddress,
  },
  homeCurrency: {
    title: 'Home currency',
    help: 'The currency that your dashboard counts in: a code such as TWD, USD or EUR.',
    default: 'TWD',
    read: currencyCode,
  },
  gateAddress: {
    ...words(
      'Gate address',
      'The /exec address of your gate. The sidebar pairs it with this workbook.',
    ),
    read: webAddress,
  },
  linkWay: {
    title: 'Links lead through',
    help: 'gate: a page of yours with the disclosure. edge: your own domain. straight: the network’s own address, so taps cannot be seen.',
    choices: LINK_WAYS,
    default: 'gate',
    read: oneOf(LINK_WAYS),
  },
  utm: {
    title: 'UTM',
    help: 'Parameters by which shops’ own statistics know your letters; {occasion}, {channel}, {product} and {category} are filled in. Empty: none.',
    default: 'utm_source=letter&utm_medium={channel}&utm_campaign={occasion}',
    read: utmTemplate,
    mayBeEmpty: true,
  },
  writer: {
    title: 'Writer',
    help: 'Who writes the drafts. openai: OpenAI. chat: a server that speaks OpenAI’s Chat Completions. anthropic: Anthropic. plain: no AI, fixed words.',
    choices: WRITERS,
    default: 'openai',
    read: oneOf(WRITERS),
  },
  model: {
    ...words('Model', 'The name of the AI model that writes the drafts.'),
    default: 'gpt-6-luna',
  },
  modelAddress: {
    title: 'Model address',
    help: 'Where the model answers: the service’s own address, or that of a compatible server.',
    default: 'https://api.openai.com/v1',
    read: webAddress,
  },
  tone: wish('Tone', 'How letters should sound, such as “warm and plain, first names”.', 200),
  signature: {
    ...words('Signature', 'Ends each letter in place of your name; it may have several lines.'),
    read: signature,
  },
  houseRules: wish(
    'House rules',
    'What the writer should do or leave out, such as “never mention the weather”. The checks hold all the same.',
    1000,
  ),
  priceIn: price('Price per million tokens in', 'What the model reads costs so much, in USD.'),
  priceOut: price('Price per million tokens out', 'What the model writes costs so much, in USD.'),
  monthlyBudget: {
    ...words(
      'AI budget a month',
      'Such as 5 USD or 2000000 tokens. Once it is used up, letters are written without AI. Empty: no limit.',
    ),
    read: monthlyBudget,
  },
  language: {
    ...words('Language', 'For clients without a language of their own: en, zh-TW, de or ja.'),
    default: 'en',
  },
  mailsADay: {
    title: 'Mails a day',
    help: 'How many letters may go out in 24 hours. Google allows 100 on a free account, 1,500 on Workspace.',
    default: 100,
    read: wholeNumber(1, 2000),
  },
  touch: {
    title: 'A guess goes to',
    help: 'Where no mark tells whose a sale is: last takes the last client who tapped before it, first the first.',
    choices: TOUCHES,
    default: 'last',
    read: oneOf(TOUCHES),
  },
  lettersAClient: {
    title: 'Letters a client in 30 days',
    help: 'At most so many go to one client, whatever they are about; the next one waits. Follow-ups leave room for the report that comes.',
    default: 2,
    read: wholeNumber(1, 30),
  },
  daysBetween: {
    title: 'Days between letters',
    help: 'At least so many days lie between two letters to one client.',
    default: 7,
    read: wholeNumber(0, 30),
  },
  reportsLabel: {
    title: 'Reports label',
    help: 'The Gmail label of mails whose attached reports are brought in: certain ones at once, others once you looked. Empty: none.',
    default: 'Perennial/reports',
    read: labelName,
    mayBeEmpty: true,
  },
  lineInvite: {
    title: 'Invite to LINE',
    help: 'yes: while LINE is connected, each mail says how its client can get the letters there, with a code of their own. no: mails do not speak of LINE.',
    choices: YES_NO,
    default: 'yes',
    read: oneOf(YES_NO),
  },
  keepClicks: {
    title: 'Keep clicks for days',
    help: `Visits older than this become daily sums by link: every figure stays, the browser is forgotten. At least ${LEAST_KEPT}. Empty or 0: all are kept one by one.`,
    default: 400,
    read: (said: string): number =>
      Number(said) === 0 ? 0 : wholeNumber(LEAST_KEPT, 36_500)(said),
    mayBeEmpty: true,
  },
  paused: {
    title: 'Paused',
    help: 'yes stops everything: nothing is written, sent or collected. So does anything but no.',
    choices: ['yes', 'no'],
    default: false,
    // A person who wrote TRUE, on or ja meant to stop it all.
    read: (said: string): boolean => !['no', 'false'].includes(said.trim().toLowerCase()),
  },
  planClients: plan('Plan: clients', 'How many clients you want to write to.', 50),
  planProducts: plan('Plan: recommendations a letter', 'How many products a letter recommends.', 2),
  planLetters: plan('Plan: letters a year', 'How many letters a client gets in a year.', 4),
  planConversion: {
    title: 'Plan: conversion %',
    help: 'How many of a hundred recommendations should be bought.',
    default: 5,
    read: inRange(0, 100),
  },
  planValue: {
    title: 'Plan: a sale is worth',
    help: 'What one sale brings you in a year, in your home currency.',
    default: 3000,
    read: inRange(0, 1e9),
  },
  whatIfClients: plan('What if: clients', 'Try other numbers: the Dashboard shows both.', 80),
  whatIfProducts: plan('What if: recommendations a letter', 'As the plan’s.', 3),
  whatIfConversion: {
    title: 'What if: conversion %',
    help: 'As the plan’s.',
    default: 7,
    read: inRange(0, 100),
  },
} satisfies Record<string, Setting<string> | Setting<number> | Setting<boolean>>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = {
  [K in SettingName]: (typeof SETTINGS)[K]['read'] extends (said: string) => infer T ? T : never;
};

/** The Settings tab's columns. */
export const SETTINGS_HEADER = ['Setting', 'Value', 'Help'] as const;

/** Reads the Settings tab (header first); what is missing or unreadable keeps its default. */
export function readSettings(grid: Cell[][]): { settings: Settings; problems: ProblemDetails[] } {
  const problems: ProblemDetails[] = [];
  const said = new Map<string, { value: string; row: number }>();
  const header = (grid[0] ?? []).map((cell) => String(cell).trim());
  const [titleAt, valueAt] = [header.indexOf('Setting'), header.indexOf('Value')];
  grid.forEach((cells, i) => {
    const title = String(cells[titleAt] ?? '').trim();
    if (title !== '') said.set(title, { value: String(cells[valueAt] ?? '').trim(), row: i + 1 });
  });
  const settings = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, setting]) => {
      const found = said.get(setting.title);
      const isUnsaid = found?.value === '' && !('mayBeEmpty' in setting);
      if (found === undefined || isUnsaid) return [name, setting.default];
      try {
        return [name, setting.read(found.value)];
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const where = { tab: 'Settings', row: found.row, column: setting.title };
        problems.push({ ...error.details, ...where, value: found.value });
        return [name, setting.default];
      }
    }),
  ) as Settings;
  return { settings, problems };
}

/** What a setting's cell holds for a value that a person gave; throws a `Problem` for what cannot be. */
export function settingCell(name: SettingName, said: string): string {
  const plain = said.trim();
  if (plain === '') return '';
  const value = SETTINGS[name].read(plain);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** The settings without which nothing may be sent, by their titles. */
export function missingToSend(settings: Settings): string[] {
  return (['senderName', 'replyTo', 'postalAddress'] as const)
    .filter((name) => settings[name] === '')
    .map((name) => SETTINGS[name].title);
}

function words(title: string, help: string): Setting<string> {
  return { title, help, default: '', read: (said) => said };
}

/** A wish of the freelancer's in words, no longer than a prompt can spare. */
function wish(title: string, help: string, most: number): Setting<string> {
  const read = (said: string): string => {
    if (said.length <= most) return said;
    throw new Problem({
      code: 'setting-too-long',
      sentence: `${title} has ${said.length} characters; at most ${most} fit.`,
      remedy: 'Shorten it.',
    });
  };
  return { ...words(title, help), read };
}

function price(title: string, help: string): Setting<string> {
  return {
    ...words(title, `${help} As your service’s price list says. Empty: costs are not known.`),
    read: (said) => String(inRange(0, 100_000)(said)),
  };
}

function email(title: string, help: string): Setting<string> {
  return { ...words(title, help), read: mailAddress };
}

function plan(title: string, help: string, usual: number): Setting<number> {
  return { title, help, default: usual, read: wholeNumber(0, 1_000_000) };
}

/** A mail address as people write it, without a name; throws a `Problem` for anything else. */
export function mailAddress(said: string): string {
  const plain = said.trim();
  if (/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(plain)) {
    return plain;
  }
  throw new Problem({
    code: 'mail-address',
    sentence: `“${cut(said)}” is not a mail address.`,
    remedy: 'Write it like jo@studio.example.',
  });
}

/** Gmail takes labels of at most 225 characters; what was read gets a longer one. */
function labelName(said: string): string {
  const plain = said.trim().replace(/\/+$/, '');
  if (plain.length <= 200) return plain;
  throw new Problem({
    code: 'label',
    sentence: `“${cut(said)}” is too long for a label.`,
    remedy: 'Use at most 200 characters.',
  });
}

/** An https address (plain http only on this machine); throws a `Problem` for anything else. */
export function webAddress(said: string): string {
  const plain = said.trim();
  const host = /^https:\/\/([^\s/?#@]+)/i.test(plain);
  const local = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/i.test(plain);
  if ((host || local) && !/[\s"'<>]/.test(plain)) return plain;
  throw new Problem({
    code: 'web-address',
    sentence: `“${cut(said)}” is not a safe web address.`,
    remedy: 'It should start with https://.',
  });
}

/** The end of each letter; throws a `Problem` for what could not stand in one. */
function signature(said: string): string {
  if (said.length <= 300 && !/\[\[|\]\]|<\s*[a-z!/]/i.test(said)) return said;
  throw new Problem({
    code: 'signature',
    sentence: `“${cut(said)}” cannot end a letter.`,
    remedy: 'Write at most 300 characters of plain text, without HTML and without [[ ]].',
  });
}

/** A budget as `5 USD` or `2000000 tokens`; throws a `Problem` for anything else. */
function monthlyBudget(said: string): string {
  const [, digits = '', unit = ''] =
    /^(?:USD|US\$|\$)?\s*(\d[\d,]*(?:\.\d+)?)\s*(USD|US\$|\$|tokens?)?$/i.exec(said.trim()) ?? [];
  const amount = Number(digits.replace(/,/g, ''));
  const isTokens = /^token/i.test(unit);
  const hasUnit = unit !== '' || /^(USD|US\$|\$)/i.test(said.trim());
  if (digits !== '' && hasUnit) return `${amount} ${isTokens ? 'tokens' : 'USD'}`;
  throw new Problem({
    code: 'budget',
    sentence: `“${cut(said)}” is not a budget.`,
    remedy: 'Write it like 5 USD or 2000000 tokens.',
  });
}

/** What a UTM template may name: nothing that tells who the visitor is. */
const UTM_PLACES = ['occasion', 'channel', 'product', 'category'] as const;

/**
 * Checks a template such as `utm_source=jo&utm_medium={channel}&utm_campaign={occasion}`; throws a
 * `Problem` for anything but utm_ parameters made of plain words and known places.
 */
function utmTemplate(said: string): string {
  const template = said.trim().replace(/^\?/, '');
  for (const pair of template === '' ? [] : template.split('&')) {
    const bare = pair.replace(/\{(\w+)\}/g, (place, name: string) =>
      (UTM_PLACES as readonly string[]).includes(name) ? 'x' : place,
    );
    if (/^utm_(source|medium|campaign|content|term|id)=[\w.~-]+$/i.test(bare)) continue;
    throw new Problem({
      code: 'utm-template',
      sentence: `“${cut(pair)}” cannot stand in the UTM template.`,
      remedy: `Write parts like utm_campaign={occasion}, joined by &; the places are ${UTM_PLACES.map((name) => `{${name}}`).join(', ')}.`,
    });
  }
  return template;
}

function wholeNumber(least: number, most: number): (said: string) => number {
  return (said) => {
    const value = inRange(least, most)(said);
    if (Number.isInteger(value)) return value;
    throw notInRange(said, least, most);
  };
}

function inRange(least: number, most: number): (said: string) => number {
  return (said) => {
    const value = said.trim() === '' ? NaN : Number(said.replace(/[,%]/g, ''));
    if (value >= least && value <= most) return value;
    throw notInRange(said, least, most);
  };
}

function notInRange(said: string, least: number, most: number): Problem {
  return new Problem({
    code: 'out-of-range',
    sentence: `“${cut(said)}” is not a number from ${least} to ${most}.`,
    remedy: 'Write such a number in digits.',
  });
}

function oneOf<const C extends string>(choices: readonly C[]): (said: string) => C {
  return (said) => {
    const found = choices.find((known) => known === said.toLowerCase());
    if (found !== undefined) return found;
    throw new Problem({
      code: 'not-a-choice',
      sentence: `“${cut(said)}” is not one of the choices.`,
      remedy: `Pick one of: ${choices.join(', ')}.`,
    });
  };
}
