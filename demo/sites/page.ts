import type { DemoClient } from '../clients';
import { chance } from '../random';
import { DESIGNS } from './designs';
import { type Flaw, flawNamed } from './flaws';
import { PALETTES, safe } from './look';
import { picture } from './picture';
import { SITE_WORDS } from './words';

/** A client's home page with the flaws that it has at the moment. */
export function homePage(client: DemoClient, flaws: Flaw[], address: string, seed: string): string {
  const { design, colours } = styleOf(client, seed);
  const { about, contact, trades } = SITE_WORDS[client.language];
  const trade = trades[client.industry];
  const headings = flawNamed('headings', flaws)?.variant;
  const [mainTag, aboutTag] = headings === 0 ? ['div', 'h2'] : ['h1', headings === 1 ? 'h1' : 'h2'];
  const body = design.body({
    tagline: safe(trade.tagline),
    mainHeading: `<${mainTag} class="main-heading">${safe(client.company)}</${mainTag}>`,
    aboutHeading: `<${aboutTag} class="about-heading">${safe(about)}</${aboutTag}>`,
    about: safe(trade.about),
    offers: trade.offers.map(([title, text]) => ({ title: safe(title), text: safe(text) })),
    contactTitle: safe(contact),
    mail: safe(client.email),
    pictures: pictureElements(trade.pictures, flawNamed('pictures', flaws)?.variant),
  });
  return `<!doctype html>
<html lang="${client.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
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
  return [
    or(flawNamed('title', flaws), title, ['', '<title> </title>']),
    or(flawNamed('description', flaws), description, [
      '',
      '<meta name="description" content="" />',
    ]),
    or(flawNamed('canonical', flaws), canonical, [
      '<link rel="canonical" href="/" />',
      `${canonical}\n    <link rel="canonical" href="${address}index.html" />`,
    ]),
  ].join('\n    ');
}

/** The right markup, or the one that the flaw's variant has in its place. */
function or(flaw: Flaw | undefined, right: string, wrong: [string, string]): string {
  return flaw === undefined ? right : wrong[flaw.variant];
}

function pictureElements(
  shown: readonly [string, string, string],
  flaw: 0 | 1 | undefined,
): [string, string, string] {
  const element = (text: string, nth: number): string => {
    const isSilent = flaw === 1 || (flaw === 0 && nth === 2);
    return `<img src="/pictures/${nth}.svg"${isSilent ? '' : ` alt="${safe(text)}"`} />`;
  };
  const [first, middle, last] = shown;
  return [element(first, 1), element(middle, 2), element(last, 3)];
}
