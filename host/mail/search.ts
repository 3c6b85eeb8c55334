import { attachmentsOf, textOf } from './mime';
import type { Mailbox, Message } from './mailbox';

const DAY = 86_400_000;
const spans: Record<string, number> = { d: DAY, m: 30 * DAY, y: 365 * DAY, h: DAY / 24 };

type Test = (message: Message) => boolean;

/**
 * Gmail's search: operators and words, all of which must hold; `-` turns one round, and OR joins
 * its neighbours. Drafts, sent and received mail are searched, spam and trash only when named.
 */
export function searchMail(mailbox: Mailbox, query: string, now: number): Message[] {
  const test = parseQuery(mailbox, query, now);
  const named = /\bin:(anywhere|trash|spam)\b|\blabel:(trash|spam)\b/i.test(query);
  return mailbox.all().filter((message) => {
    const thrownAway = message.labelIds.some((label) => label === 'TRASH' || label === 'SPAM');
    return (named || !thrownAway) && test(message);
  });
}

function parseQuery(mailbox: Mailbox, query: string, now: number): Test {
  const terms =
    query.match(/-?(?:[a-z][a-z0-9_]*:)?(?:"[^"]*"|\([^)]*\)|\{[^}]*\}|[^\s(){}]+)/gi) ?? [];
  const groups: Test[][] = [];
  let joins = false;
  for (const term of terms) {
    if (term === 'OR') joins = true;
    else if (term !== 'AND') {
      const test = parseTerm(mailbox, term, now);
      if (joins) groups.at(-1)?.push(test);
      else groups.push([test]);
      joins = false;
    }
  }
  return (message) => groups.every((group) => group.some((test) => test(message)));
}

function parseTerm(mailbox: Mailbox, term: string, now: number): Test {
  if (term.startsWith('-')) {
    const test = parseTerm(mailbox, term.slice(1), now);
    return (message) => !test(message);
  }
  if (term.startsWith('(')) return parseQuery(mailbox, term.slice(1, -1), now);
  if (term.startsWith('{')) {
    const inner = term.slice(1, -1).trim().split(/\s+/).join(' OR ');
    return parseQuery(mailbox, inner, now);
  }
  const [, operator = '', value = ''] = /^(?:([a-z][a-z0-9_]*):)?([\s\S]*)$/i.exec(term) ?? [];
  const wanted = value.replace(/^["(]|[")]$/g, '').toLowerCase();
  return operatorTest(mailbox, operator.toLowerCase(), wanted, now);
}

function operatorTest(mailbox: Mailbox, operator: string, wanted: string, now: number): Test {
  const inHeader =
    (...names: string[]): Test =>
    (message) =>
      names.some((name) => mailbox.header(message, name).toLowerCase().includes(wanted));
  switch (operator) {
    case 'from':
      return inHeader('From');
    case 'to':
      return inHeader('To', 'Cc', 'Bcc');
    case 'cc':
      return inHeader('Cc');
    case 'bcc':
      return inHeader('Bcc');
    case 'subject':
      return inHeader('Subject');
    case 'rfc822msgid':
      return (message) => {
        const id = mailbox.header(message, 'Message-ID').replace(/[<>]/g, '').toLowerCase();
        return id === wanted.replace(/[<>]/g, '');
      };
    case 'in':
    case 'label':
    case 'is':
      return labelTest(mailbox, operator, wanted);
    case 'has':
      return hasTest(mailbox, wanted);
    case 'filename':
      return (message) =>
        attachmentsOf(mailbox.parts(message)).some(({ fileName }) =>
          fileName.toLowerCase().includes(wanted),
        );
    case 'size':
    case 'larger':
      return (message) => message.raw.length >= sizeOf(wanted);
    case 'smaller':
      return (message) => message.raw.length < sizeOf(wanted);
    case 'list':
      return inHeader('List-Id');
    case 'deliveredto':
      return inHeader('Delivered-To', 'To');
    case 'category':
      return labelTest(mailbox, 'is', categories[wanted] ?? `category_${wanted}`);
    case 'newer_than':
      return (message) => message.internalDate >= now - spanOf(wanted);
    case 'older_than':
      return (message) => message.internalDate < now - spanOf(wanted);
    case 'after':
    case 'newer':
      return (message) => message.internalDate >= momentOf(wanted);
    case 'before':
    case 'older':
      return (message) => message.internalDate < momentOf(wanted);
    default:
      return wordTest(mailbox, operator ? `${operator}:${wanted}` : wanted);
  }
}

function labelTest(mailbox: Mailbox, operator: string, wanted: string): Test {
  if (wanted === 'anywhere') return () => true;
  if (wanted === 'read') return (message) => !message.labelIds.includes('UNREAD');
  const system = wanted === 'drafts' ? 'DRAFT' : wanted.toUpperCase();
  const user = mailbox
    .labels()
    .find(
      ({ name }) => name.toLowerCase().replace(/[\s/]/g, '-') === wanted.replace(/[\s/]/g, '-'),
    );
  const id = operator === 'is' ? system : (user?.id ?? system);
  return (message) => message.labelIds.includes(id);
}

/** Gmail's tab of personal mail is called primary in a search. */
const categories: Record<string, string> = { primary: 'category_personal' };

function hasTest(mailbox: Mailbox, wanted: string): Test {
  const own = new Set(
    mailbox
      .labels()
      .filter(({ type }) => type === 'user')
      .map(({ id }) => id),
  );
  const labelled: Test = ({ labelIds }) => labelIds.some((label) => own.has(label));
  if (wanted === 'userlabels') return labelled;
  if (wanted === 'nouserlabels') return (message) => !labelled(message);
  return (message) => wanted === 'attachment' && attachmentsOf(mailbox.parts(message)).length > 0;
}

/** Bytes, as in `5000`, `10k` and `2m`. */
function sizeOf(text: string): number {
  const [, count = '0', unit = ''] = /^(\d+)([km]?)b?$/.exec(text) ?? [];
  return Number(count) * ({ k: 1024, m: 1024 * 1024 }[unit] ?? 1);
}

function spanOf(text: string): number {
  const [, count = '0', unit = 'd'] = /^(\d+)([dmyh])$/.exec(text) ?? [];
  return Number(count) * (spans[unit] ?? DAY);
}

/** `2026/11/21` or seconds since 1970; days count in UTC here, in the user's zone on Google. */
function momentOf(text: string): number {
  return /^\d{9,}$/.test(text) ? Number(text) * 1000 : Date.parse(text.replaceAll('/', '-'));
}

function wordTest(mailbox: Mailbox, wanted: string): Test {
  return (message) => {
    const part = mailbox.parts(message);
    const headers = ['Subject', 'From', 'To', 'Cc'].map((name) => mailbox.header(message, name));
    const text = textOf(part, 'text/plain') ?? textOf(part, 'text/html') ?? '';
    return [...headers, text].some((one) => one.toLowerCase().includes(wanted));
  };
}
