/** How a made-up page looks: its six designs share these. */

export interface Colours {
  ink: string;
  soft: string;
  paper: string;
  tint: string;
  accent: string;
  deep: string;
}

export const PALETTES: readonly Colours[] = [
  palette('#2b2118', '#6f6155', '#fffaf3', '#f4e6d2', '#b4552d', '#5a2c17'),
  palette('#1c2a30', '#58686f', '#f9fcfc', '#dfecec', '#22727a', '#123c42'),
  palette('#26261f', '#66665a', '#fcfbf5', '#e9e8d6', '#6b7a2a', '#363d17'),
  palette('#251f33', '#645c75', '#fdfbff', '#e9e2f3', '#6d4aa0', '#352158'),
  palette('#2a1e22', '#705a61', '#fffafa', '#f5dfe2', '#b13c56', '#591a2a'),
  palette('#1d232e', '#5b6473', '#fafbfd', '#e0e7f1', '#2f5fa8', '#182f57'),
];

/** What a design lays out. Texts are safe to stand in HTML; headings and pictures are elements. */
export interface SiteParts {
  tagline: string;
  /** The page's main heading. */
  mainHeading: string;
  /** The heading above `about`. */
  aboutHeading: string;
  about: string;
  offers: { title: string; text: string }[];
  contactTitle: string;
  mail: string;
  pictures: [string, string, string];
}

/** One design: its style sheet and the inside of its body. */
export interface Design {
  id: string;
  style: (colours: Colours) => string;
  body: (parts: SiteParts) => string;
}

/** The offers, each as a small block. */
export function offerBlocks({ offers }: SiteParts): string {
  return offers
    .map(({ title, text }) => `<section class="offer"><h2>${title}</h2><p>${text}</p></section>`)
    .join('\n');
}

/** A text made harmless in HTML. */
export function safe(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function palette(
  ink: string,
  soft: string,
  paper: string,
  tint: string,
  accent: string,
  deep: string,
): Colours {
  return { ink, soft, paper, tint, accent, deep };
}
