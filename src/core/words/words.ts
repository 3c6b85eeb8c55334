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

/** What begins a letter. */
export type Beginning =
  'quarterly' | 'monthly' | 'yearly' | 'stage' | 'after' | 'tapped' | 'bought' | 'dormant';

/** The fixed words of letters and pages in one language; `{name}` stands for a value. */
export interface Words {
  /** The language's own name in English, for the writer. */
  language: string;
  /** A quarter as people say it. */
  quarter: string;
  letter: {
    subject: string;
    subjectWithoutSite: string;
    greeting: string;
    intro: string;
    /** Before findings, where it is not the quarter that brings them. */
    introAgain: string;
    /** Without findings: why the letter comes, by what begins it. */
    openings: Record<Beginning, string>;
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
    reportTitle: string;
  };
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
  lookFailures: Record<'no answer' | 'challenge' | 'not a page' | 'too many redirects', string>;
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
