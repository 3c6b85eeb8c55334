import PostalMime from 'postal-mime';
import { LANGUAGES } from '../../src/core/words/language';
import { clients, letters, occasions, products } from '../../src/core/workbook';
import { sendApproved } from '../../src/jobs/send';
import { writeLetters } from '../../src/jobs/write';
import { aClient, anOccasion, aProduct, NOW } from './rows';
import { World } from './services';

/** A letter as it left: its raw source, and both forms that its client sees. */
export interface SentLetter {
  /** Such as `report in de`. */
  what: string;
  raw: string;
  html: string;
  text: string;
}

const PAGE = `<!doctype html><html lang="en"><head><title>Lin Bakery</title></head><body><h1>Bread</h1>
  <img src="a.jpg"><p>Fresh bread and cake every day from seven in the morning, and coffee all day.</p></body></html>`;
const OFFERS = [
  aProduct(),
  aProduct({
    id: 'P-host',
    name: 'Hosty, the nightly backup of a website and all that belongs to it',
    category: 'hosting',
    destination: 'https://hosty.pxf.io/c/44/55/66',
    facts: 'Hosty keeps a site backed up every night.',
  }),
];
const KINDS = {
  report: { website: 'bakery.example' },
  'report only': { website: 'bakery.example', consent: 'service only' },
  'site that is silent': { website: 'silent.example' },
  'check-in': { website: '' },
} as const;

/** Letters of every kind in every language, written without AI and sent through the jobs. */
export async function sentLetters(): Promise<SentLetter[]> {
  const world = new World().ready();
  world.answer = ({ url }) =>
    url.includes('bakery.example')
      ? { ok: true, status: 200, headers: { 'content-type': 'text/html' }, body: PAGE }
      : { ok: false, error: 'DNS error' };
  world.put(products, ...OFFERS);
  world.put(occasions, anOccasion());
  const kinds = LANGUAGES.flatMap((language) =>
    Object.entries(KINDS).map(([kind, given]) => ({
      what: `${kind} in ${language}`,
      language,
      given,
    })),
  );
  kinds.forEach(({ language, given }, n) => {
    world.put(
      clients,
      aClient({ id: `C-${n}`, email: `c${n}@bakery.example`, language, ...given }),
    );
  });
  writeLetters(world.services(), NOW + 1e9);
  world.rows(letters).forEach((_, n) => {
    world.write(letters, n + 1, { status: 'approved', approved: NOW });
  });
  sendApproved(world.services(), NOW + 1e9);
  return Promise.all(world.sent.map(({ raw }) => read(raw, kinds)));
}

async function read(raw: string, kinds: { what: string }[]): Promise<SentLetter> {
  const { to, html = '', text = '' } = await PostalMime.parse(raw);
  const n = Number(/\d+/.exec(to?.[0]?.address ?? '')?.[0]);
  return { what: kinds[n]?.what ?? '', raw, html, text };
}
