/** What the gate may do to the world; none of it needs a permission. */
export interface GateServices {
  /** Properties: they last. Each call is one operation of the owner's daily quota. */
  store: {
    all: () => Record<string, string>;
    set: (name: string, value: string) => void;
    setAll: (values: Record<string, string>) => void;
    remove: (name: string) => void;
  };
  /** Forgets when it likes. */
  cache: {
    get: (names: string[]) => Record<string, string>;
    put: (values: Record<string, string>, seconds: number) => void;
    remove: (names: string[]) => void;
  };
  now: () => number;
  /** The visitor's browser, as it calls itself. */
  agent: () => string;
  /** So many characters of the links' alphabet that nobody can foresee. */
  random: (length: number) => string;
}

/** A call as a web app gets it. */
export interface GateRequest {
  parameter: Record<string, string | undefined>;
  /** The body as text; blank for a GET. */
  body: string;
}

/** What a call is answered with: a page for strangers, JSON for the sheet. */
export type GateReply = { html: string; title: string } | { json: object };
