/** A page that a script made: what HtmlOutput holds. */
export interface HtmlPage {
  html: string;
  title: string;
  favicon: string;
  metas: { name: string; content: string }[];
  width: number | null;
  height: number | null;
  framing: string;
}

/** What a web app answers with. */
export type WebAnswer =
  | { kind: 'html'; page: HtmlPage }
  | { kind: 'text'; content: string; mime: string; fileName: string | null }
  | { kind: 'none' };

export type MenuEntry =
  | { kind: 'item'; caption: string; function: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; entries: MenuEntry[] };
