import { cut, Problem } from '../problem';
import type { Product } from '../workbook';
import type { Network, Slot } from './network';
import { networkNamed, networkOf } from './networks';
import { placeFor } from './place';
import { personIn, visitIn } from './policy';
import { safeDestination } from './route';
import { jumpOf } from './survival';

/**
 * What the Check column says of a product's address, a line for each thing: what is wrong with it,
 * how its sales will find their client, whether browsers jump past it, and what its programme
 * forbids. Throws a `Problem` for an address that nobody can be led to.
 */
export function checkProduct(product: Pick<Product, 'network' | 'destination'>): string {
  const network = networkNamed(product.network);
  const destination = safeDestination(product.destination);
  const looksLike = networkOf(destination);
  // A parameter such as `via` may be anybody's: only a network with a place for our mark is missed.
  if (looksLike?.slot !== undefined && looksLike !== network) {
    return `This looks like an address of ${looksLike.title}, not ${network.title}. Pick ${looksLike.title} if so, or sales will not find their client.`;
  }
  return [
    ...doubt(network, looksLike),
    ...warnings(network, destination),
    promiseOf(network, destination),
    ...survival(destination),
    ...rules(network),
  ].join('\n');
}

/** How sales made through an address will find their client, in a sentence. */
function promiseOf(network: Network, destination: string): string {
  const { slot, token, title } = network;
  if (slot !== undefined) return promiseOfSlot(title, slot, destination, network.confidence);
  if (token === undefined) {
    return network.title === 'Direct'
      ? 'A deal of your own: taps are counted, and you enter the commissions by hand.'
      : `${title} lets no mark of ours come back: a sale is matched by product and time, and marked as a guess.`;
  }
  return token.several
    ? `${title} has no place for our mark. Make an address of its own for each client there and note it in the Addresses tab; without one, a sale within ${token.days} days of a tap is matched to it and marked as a guess.`
    : `${title} has no place for our mark: a sale within ${token.days} days of a tap is matched to it and marked as a guess.`;
}

function promiseOfSlot(
  title: string,
  slot: Slot,
  destination: string,
  confidence: Network['confidence'],
): string {
  const { place, displaced } = placeFor(slot, destination);
  const field = slot.reports[slot.places.indexOf(place)] ?? slot.reports[0] ?? place.name;
  const [usual] = slot.places;
  const moved =
    displaced !== ''
      ? ` Your own “${cut(displaced, 30)}” there gives way to it.`
      : place === usual
        ? ''
        : ` (${usual.name} keeps your own “${cut(usual.read(destination), 30)}”.)`;
  const doubt =
    confidence === 'primary document'
      ? ''
      : ` We know this from ${confidence === 'public code' ? 'public code' : 'others'}, not from ${title}’s own pages: look whether your first sale shows it.`;
  return `Each sale comes back with our mark in ${field}, so client and letter are known.${moved}${doubt}`;
}

/** A brand may have a domain of its own at a network, so an address that nobody knows is no mistake yet. */
function doubt(network: Network, looksLike: Network | undefined): string[] {
  const { title, slot, example } = network;
  if (looksLike !== undefined || slot === undefined || networkOf(example) !== network) return [];
  return [
    `${title} does not usually give out addresses like this one, but like ${example}. If it is one all the same, on a brand’s own domain, this holds:`,
  ];
}

function warnings(network: Network, destination: string): string[] {
  const visit = visitIn(destination, network.landing);
  const person = personIn(destination);
  return [
    visit === undefined
      ? ''
      : `This is where a visit of yours ended (it carries ${visit}), not your affiliate address: copy that from ${network.title} itself.`,
    person === undefined
      ? ''
      : `It gives away the mail address ${cut(person, 40)}: take that out before a client is led there.`,
  ].filter((line) => line !== '');
}

function rules({ forbids = {} }: Network): string[] {
  return (['links', 'mail', 'detours', 'approval', 'persons'] as const).flatMap((kind) => {
    const rule = forbids[kind];
    return rule === undefined ? [] : [`${rule.says} (${rule.source}). ${rule.remedy}`];
  });
}

function survival(destination: string): string[] {
  const jump = jumpOf(destination);
  if (jump === undefined) return [];
  return [
    `Some browsers (Brave) read the shop’s address out of “${jump.gives}=” and go there without the network, so that sale pays nothing. Safe: ${jump.safe}, which leads to the programme’s usual page, or a short link whose target is stored at the network.`,
  ];
}

/** Throws a `Problem` where no new links may be made at all. */
export function assertOpen(product: Pick<Product, 'network' | 'destination'>): void {
  const { title, forbids } = networkNamed(product.network);
  if (forbids?.links === undefined) return;
  const { says, remedy, source } = forbids.links;
  throw new Problem({
    code: 'network-closed',
    tab: 'Products',
    column: 'Network',
    value: title,
    sentence: `${says} (${source}).`,
    remedy,
  });
}
