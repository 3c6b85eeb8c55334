/** The words of the gate's page in one language; `{product}` and `{sender}` are filled in. */
export interface PageTexts {
  disclosure: string;
  title: string;
  recommends: string;
  go: string;
  restingTitle: string;
  resting: string;
  unknownTitle: string;
  unknown: string;
  /** Where the gate cannot read its routes today. */
  laterTitle: string;
  later: string;
  /** What a visitor who was not led on can do. */
  write: string;
  /** The same where nobody's address is known. */
  answer: string;
  unsubscribeTitle: string;
  unsubscribeAsk: string;
  unsubscribeButton: string;
  unsubscribedTitle: string;
  unsubscribed: string;
  unsubscribeFailedTitle: string;
  unsubscribeFailed: string;
  unsubscribeWrite: string;
  /** The same where nobody's address is known. */
  unsubscribeAnswer: string;
}

/** Which words an occasion takes; `hello` where no more is known of it. */
export type OccasionKind =
  'monthly' | 'yearly' | 'stage' | 'after' | 'tapped' | 'bought' | 'dormant' | 'hello';

/** A letter's fixed words; `{name}` and, where a product was mentioned, `{product}` are filled in. */
export interface OccasionTexts {
  subject: string;
  opening: string;
  closing: string;
}

/** The fixed words of letters and pages in one language; `{name}` stands for a value. */
export interface Words {
  /** The language's own name in English, for the writer. */
  language: string;
  /** A quarter as people say it. */
  quarter: string;
  letter: {
    greeting: string;
    /** Before a report in a letter that says first why it comes. */
    measured: string;
    couldNotLook: string;
    filledByScript: string;
    offer: string;
    closing: string;
    disclosure: string;
    /** Before further links in the same letter. */
    disclosureAgain: string;
    why: string;
    /** Where no basis of consent is noted. */
    whyWorked: string;
    unsubscribe: string;
  };
  /** On LINE, and about it. */
  line: {
    /** How the letters are stopped there, by a word. */
    stop: string;
    stopWord: string;
    /** On the button of a link. */
    go: string;
    /** In a mail, for a client who would rather hear by LINE. */
    invite: string;
  };
  /** What the plain writer says on each occasion but the quarter’s own letter. */
  occasions: Record<OccasionKind, OccasionTexts>;
  /** Around the findings of a site report. */
  report: {
    /** How many checks passed, where not all are told. */
    counted: string;
    /** Before a finding that failed at the last report and passes now. */
    mended: string;
    /** Before one that passed then and fails now. */
    fresh: string;
    /** How many of each there are since the last report. */
    changes: string;
  };
  /** Why a site could not be looked at. */
  lookFailures: Record<
    'no answer' | 'challenge' | 'not a page' | 'unreadable' | 'too many redirects',
    string
  >;
  page: PageTexts;
}

/** A text with its `{name}` slots filled; a slot without a value is a fault of ours. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${slot} in “${text}”`);
    return value;
  });
}
