/** Which addresses a text holds, however they are hidden, and which of them may not stand there. */

/** Endings of domains that are spelled out, such as “evil dot com”: the common ones only, or words would match. */
const ENDINGS =
  'com|net|org|info|biz|io|co|app|dev|shop|store|site|online|xyz|top|click|link|live|club|vip|me|to|ly|gl|gg|de|at|ch|eu|uk|fr|nl|tw|jp|cn|hk|kr|ru|in|us|test|example|invalid';

/** A Chinese or Japanese sign: such text has no spaces, so a host may follow a word at once. */
const SIGN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
/** Any other letter, digit or hyphen. */
const SPACED = String.raw`(?:(?!${SIGN})[\p{L}\p{N}-])`;

const ADDRESS = new RegExp(
  [
    // A scheme, and what follows it.
    String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]*:\/\/\S*`,
    String.raw`(?<![\p{L}\p{N}])(?:mailto|javascript|data|tel|sms|line):\S+`,
    String.raw`(?<![\p{L}\p{N}])www\.\S+`,
    // Mail addresses, and names on other services.
    String.raw`${SPACED}(?:[^\s@]*)@[^\s@]+\.[^\s@]+`,
    String.raw`(?<![\p{L}\p{N}@])@[a-z0-9_][\w.]{2,}`,
    // A host in any script that has spaces, with or without a path; and one of Chinese or Japanese signs.
    String.raw`(?<!${SPACED})(?:${SPACED}+\.)+(?:xn--[a-z0-9-]+|(?:(?!${SIGN})\p{L}){2,})(?:\/\S*)?`,
    String.raw`${SIGN}+\.(?:${SIGN}{2,}|${ENDINGS})(?![\p{L}\p{N}])(?:\/\S*)?`,
    // An ideographic full stop where browsers read a dot.
    String.raw`[a-z0-9-]+[。｡](?:${ENDINGS})(?![\p{L}\p{N}])(?:\/\S*)?`,
    // Spelled out: evil dot com, evil [.] com, evil(punkt)de, evil點com.
    String.raw`[\p{L}\p{N}-]+\s*[([{<]\s*(?:\.|dot|punkt|點|点|ドット)\s*[)\]}>]\s*(?:${ENDINGS})(?![\p{L}\p{N}])`,
    String.raw`[a-z0-9-]+\s+(?:dot|punkt)\s+(?:${ENDINGS})(?![\p{L}\p{N}])`,
    String.raw`[a-z0-9-]+\s*(?:點|点|ドット)\s*(?:${ENDINGS})(?![\p{L}\p{N}])`,
    String.raw`[a-z0-9-]+(?:\s+\.\s*|\.\s+)(?:com|net|org|info|io|xyz|shop|tw|jp|de)(?![\p{L}\p{N}])(?=\/|\s|$|[,.;!?])`,
    // Four numbers with dots are a machine.
    String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?:[:/]\S*)?`,
  ].join('|'),
  'giu',
);

/** Characters that nobody sees; they break up what a reader, or a check, would recognise. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\u{e0000}-\u{e007f}]/gu;

/** Whether a text holds characters that nobody sees. */
export function hidesCharacters(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/** A text as a reader sees it: without what is invisible, and with every form of a character as one. */
export function asSeen(text: string): string {
  return withoutHidden(text).normalize('NFKC');
}

/** A text without the characters that nobody sees. */
export function withoutHidden(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Web and mail addresses in a text that stand in none of the names. */
export function foreignAddresses(text: string, names: string[]): string[] {
  const known = new Set(names.flatMap(addressesIn));
  return addressesIn(text).filter((address) => !known.has(address));
}

/** A text without the addresses that may not stand in a letter. */
export function withoutAddresses(text: string, names: string[]): string {
  const known = new Set(names.flatMap(addressesIn));
  return asSeen(text).replace(ADDRESS, (said) =>
    addressesIn(said).some((one) => known.has(one)) ? said : '',
  );
}

function addressesIn(text: string): string[] {
  const found = asSeen(text).match(ADDRESS) ?? [];
  return found.map((address) =>
    address
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/[/.,;:!?)»”"'*]+$/, ''),
  );
}
