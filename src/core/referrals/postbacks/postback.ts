/** What a network's postback says, in our own names; every value as it came, blank where it is missing. */
export interface Said {
  /** Whatever may hold our sub-id, in the order in which it is looked for. */
  marks: string[];
  /** The network's own number of the sale. */
  id: string;
  /** The commission in major units. */
  amount: string;
  /** The commission in hundredths, where a system sends only that. */
  cents: string;
  /** What the customer paid. */
  sale: string;
  currency: string;
  status: string;
  at: string;
}

/** A system that can call an address of ours when a sale happens. */
export interface Postback {
  /** The network as the Products tab names it; blank for the form that fits any. */
  network: string;
  /** The query to add to our address, with the system's own macros. */
  query: string;
  /** Reads what came; names are those of `query`, unless the system sends a form of its own. */
  read: (fields: Record<string, string>) => Said;
  /** What is said beside the address, where something must be known. */
  hint: string;
  /** Where this was read. */
  source: string;
}

/** Reads the names that our own queries use. */
export function readOwnNames(fields: Record<string, string>): Said {
  const said = (name: string): string => filled(fields[name] ?? '');
  return {
    marks: ['sub', 'sub2', 'sub3', 'sub4', 'sub5'].map(said),
    id: said('id'),
    amount: said('amount'),
    cents: said('cents'),
    sale: said('sale'),
    currency: said('currency'),
    status: said('status'),
    at: said('at'),
  };
}

/** A value, or blank where a macro was left as it is. */
export function filled(value: string): string {
  const plain = value.trim();
  return /^(\{[^}]*\}|\[\[\[.*\]\]\]|!!!.*!!!|#[^#]*#|%7B.*%7D|null|undefined)$/i.test(plain)
    ? ''
    : plain;
}
