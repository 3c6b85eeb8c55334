import type { Language } from '../../src/core/words/language';
import type { DemoClient } from '../clients';
import { chance } from '../random';
import { DESIGNS } from './designs';
import { type Flaw, flawNamed } from './flaws';
import { PALETTES, safe } from './look';
import { picture } from './picture';
import { SITE_WORDS, type TradeWords } from './words';

/** The path of a site's second page. */
export const CHILD = '/offers';

/** A client's home page with the flaws that it has at the moment. */
export function homePage(client: DemoClient, flaws: Flaw[], address: string, seed: string): string {
  const { design, colours } = styleOf(client, seed);
  const { about, contact, more, trades } = SITE_WORDS[client.language];
  const trade = trades[client.industry];
  const headings = flawNamed('headings', flaws)?.variant;
  const [mainTag, aboutTag] = headings === 0 ? ['div', 'h2'] : ['h1', headings === 1 ? 'h1' : 'h2'];
  const body = design.body({
    tagline: safe(trade.tagline),
    mainHeading: `<${mainTag} class="main-heading">${safe(client.company)}</${mainTag}>`,
    aboutHeading: `<${aboutTag} class="about-heading">${safe(about)}</${aboutTag}>`,
    about: `${safe(`${trade.about} ${more}`)} ${linkTo(trade, client.language, flaws)}`,
    offers: trade.offers.map(([title, text]) => ({ title: safe(title), text: safe(text) })),
    contactTitle: safe(contact),
    mail: safe(client.email),
    pictures: pictureElements(trade.pictures, flaws),
  });
  return `<!doctype html>
<html${flawNamed('language', flaws) === undefined ? ` lang="${client.language}"` : ''}>
  <head>
    <meta charset="utf-8" />
    ${flawNamed('phone', flaws) === undefined ? '<meta name="viewport" content="width=device-width, initial-scale=1" />' : ''}
    ${headOf(client, trade, flaws, address)}
    <style>${design.style(colours)}
    </style>
  </head>
  <body>${body}
  </body>
</html>
`;
}

/** The picture at `/pictures/NAME.svg` of a client's site. */
export function sitePicture(client: DemoClient, name: string, seed: string): string {
  return picture(styleOf(client, seed).colours, chance(seed, 'picture', client.host, name));
}

function styleOf({ host }: DemoClient, seed: string) {
  const draw = chance(seed, 'style', host);
  return { design: draw.pick(DESIGNS), colours: draw.pick(PALETTES) };
}

/** Title, description and canonical address; each may be missing or wrong in its own way. */
function headOf(
  { company }: DemoClient,
  { tagline, about }: { tagline: string; about: string },
  flaws: Flaw[],
  address: string,
): string {
  const title = `<title>${safe(`${company} · ${tagline}`)}</title>`;
  const description = `<meta name="description" content="${safe(about)}" />`;
  const canonical = `<link rel="canonical" href="${address}" />`;
  const titleToShare = `<meta property="og:title" content="${safe(company)}" />\n    <meta name="twitter:card" content="summary_large_image" />`;
  const sharing = `${titleToShare}\n    <meta property="og:image" content="${address}pictures/1.svg" />`;
  return [
    or(flawNamed('title', flaws), title, ['', '<title> </title>']),
    or(flawNamed('description', flaws), description, [
      '',
      '<meta name="description" content="" />',
    ]),
    or(flawNamed('hidden', flaws), '', [
      '<meta name="robots" content="noindex" />',
      '<meta name="robots" content="none" />',
    ]),
    or(flawNamed('sharing', flaws), sharing, ['', titleToShare]),
    or(flawNamed('canonical', flaws), canonical, [
      '<link rel="canonical" href="/" />',
      `${canonical}\n    <link rel="canonical" href="${address}index.html" />`,
    ]),
  ].join('\n    ');
}

/** Link texts that say nothing. */
const EMPTY: Record<Language, [string, string]> = {
  en: ['click here', 'read more'],
  'zh-TW': ['更多', '按這裡'],
  de: ['hier klicken', 'mehr'],
  ja: ['こちらをクリック', '続きを読む'],
};

/** A link to the second page, which may say nothing of it, or lead to a page that is gone. */
function linkTo({ offers }: TradeWords, language: Language, flaws: Flaw[]): string {
  const place = or(flawNamed('links', flaws), CHILD, ['/news-2019', '/team/old']);
  const title = offers.map(([said]) => said).join(', ');
  const said = or(flawNamed('linkTexts', flaws), safe(title), EMPTY[language]);
  return `<a href="${place}">${said}</a>`;
}

/** The right markup, or the one that the flaw's variant has in its place. */
function or(flaw: Flaw | undefined, right: string, wrong: [string, string]): string {
  return flaw === undefined ? right : wrong[flaw.variant];
}

function pictureElements(
  shown: readonly [string, string, string],
  flaws: Flaw[],
): [string, string, string] {
  const flaw = flawNamed('pictures', flaws)?.variant;
  const size = flawNamed('unsized', flaws) === undefined ? ' width="960" height="600"' : '';
  const element = (text: string, nth: number): string => {
    const isSilent = flaw === 1 || (flaw === 0 && nth === 2);
    return `<img src="/pictures/${nth}.svg"${size}${isSilent ? '' : ` alt="${safe(text)}"`} />`;
  };
  const [first, middle, last] = shown;
  return [element(first, 1), element(middle, 2), element(last, 3)];
}
