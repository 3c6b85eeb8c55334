import { unsubscribeToken } from '../core/clients/client';
import { pushRequest, retryKeyOf } from '../core/connectors/line/requests';
import type { HttpRequest } from '../core/http';
import { mac } from '../core/identity';
import { type LetterParts, renderLetter, renderLetterOnLine } from '../core/letters/letter';
import { invitationTo } from '../core/letters/invitation';
import { lineCode } from '../core/letters/line-code';
import { mimeMessage, unsubscribeByMail } from '../core/letters/mime';
import { addressOf } from '../core/referrals/link';
import type { OwnAddresses } from '../core/referrals/own-address';
import { refusal, ruleAgainst, wayOf } from '../core/referrals/policy';
import { markedDestination, wayFor } from '../core/referrals/route';
import type { Settings } from '../core/settings';
import type { Client, Letter, Link, Product } from '../core/workbook';
import type { Memory, Services } from '../services';
import type { LineAccount } from './line/kept';
import type { LongLink } from './shorten';
import { STATE, VAULT } from './state';
import type { Turns } from './turns';

/** A link's code and, where Bitly made one, its short form. */
export type KnownLink = Pick<Link, 'code' | 'short'>;

/** What packing letters reads, once for a wave. */
export interface Desk {
  settings: Settings;
  /** The mailbox's own address. */
  from: string;
  clients: Map<string, Client>;
  products: Map<string, Product>;
  own: OwnAddresses;
  turns: Turns;
  /** Ids of rows that are there and cannot be read whole. */
  unread: { clients: ReadonlySet<string>; products: ReadonlySet<string> };
  /** The official account on LINE that is connected, if one is. */
  line: LineAccount | undefined;
  /** By letter and product, as `linkKey` joins them. */
  links: ReadonlyMap<string, KnownLink>;
}

/** What a link is looked up by: a letter that was written again may travel another way. */
export function linkKey(
  { id, channel }: Pick<Letter, 'id' | 'channel'>,
  productId: string,
): string {
  return `${channel || 'email'} ${id} ${productId}`;
}

type PackServices = Pick<Services, 'state' | 'vault' | 'clock'>;

/** A letter as a raw mail, with its own links and its client's unsubscribe address. */
export function packLetter(services: PackServices, desk: Desk, letter: Letter): string {
  const { settings } = desk;
  const client = clientOf(desk, letter);
  const unsubscribe = unsubscribeWays(services, client.id, desk.from);
  const parts = partsOf(services, desk, letter, unsubscribe);
  const mail = renderLetter(letter, { ...parts, ...invited(services, desk, letter) });
  return mimeMessage(mail, {
    from: { name: settings.senderName, address: desk.from },
    to: { name: client.name, address: client.email.trim() },
    replyTo: settings.replyTo,
    date: services.clock.now(),
    token: tokenOf(services.vault, letter),
    unsubscribe,
  });
}

/** A letter as a push to its client on LINE; the same one whenever it is made. */
export function packPush(services: PackServices, desk: Desk, letter: Letter): HttpRequest {
  const client = clientOf(desk, letter);
  const unsubscribe = unsubscribeWays(services, client.id, desk.from);
  const messages = renderLetterOnLine(letter, partsOf(services, desk, letter, unsubscribe));
  return pushRequest(desk.line?.token ?? '', client.lineUser, messages, retryKeyOf(letter.id));
}

function clientOf({ clients }: Desk, letter: Letter): Client {
  const client = clients.get(letter.clientId);
  if (client === undefined) throw new Error(`letter ${letter.id} has no client`);
  return client;
}

function partsOf(
  services: PackServices,
  desk: Desk,
  letter: Letter,
  unsubscribe: { web: string; mail: string },
): LetterParts {
  const { products, settings } = desk;
  return {
    client: clientOf(desk, letter),
    products,
    settings,
    unsubscribe: unsubscribe.web || unsubscribe.mail,
    addressOf: (product) => linkAddress(services, desk, letter, product),
  };
}

/** The invitation to LINE that a letter carries, if it carries one. */
function invited(
  { vault }: PackServices,
  desk: Desk,
  letter: Letter,
): Pick<LetterParts, 'invitation'> {
  const code = lineCode(letter.id, vault.get(VAULT.linkKey) ?? '');
  return invitationTo(clientOf(desk, letter), desk.settings, desk.line?.id, code);
}

/** The mark by which a letter's mail is known again after a crash. */
export function tokenOf(vault: Memory, { id }: Letter): string {
  return mac(vault.get(VAULT.linkKey) ?? '', 24, 'mail', id);
}

/**
 * A client's own addresses for stopping the letters; the one of the web is blank where there is no
 * gate. The mail goes to the account that sent the letter, for that is the mailbox that is read.
 */
function unsubscribeWays(
  { state, vault }: PackServices,
  clientId: string,
  from: string,
): { web: string; mail: string } {
  const gate = state.get(STATE.gate);
  const token = unsubscribeToken(clientId, vault.get(VAULT.linkKey) ?? '');
  return {
    web: gate === undefined ? '' : `${gate}?u=${token}`,
    mail: unsubscribeByMail(from, token),
  };
}

/** What a letter goes without because a programme's terms keep it out, and why; blank for nothing. */
export function leftOut(letter: Letter, { products }: Pick<Desk, 'products'>): string {
  return letter.products
    .flatMap((id) => {
      const product = products.get(id);
      const rule = product && ruleAgainst(product, letter.channel || 'email');
      return rule === undefined || product === undefined ? [] : [refusal(product, rule)];
    })
    .map(({ sentence, remedy }) => `Goes without ${sentence} ${remedy}`)
    .join(' ');
}

function linkAddress(
  { state }: Pick<Services, 'state'>,
  { settings, links, own }: Desk,
  letter: Letter,
  product: Product,
): string {
  const link = links.get(linkKey(letter, product.id));
  if (link === undefined) throw new Error(`letter ${letter.id} has no link for ${product.name}`);
  const way = wayFor(letter, product.id, own);
  const destination = markedDestination(product, way, { utm: settings.utm, own });
  const gate = state.get(STATE.gate) ?? '';
  if (link.short !== '' && mayBeShort(product, settings)) return link.short;
  return addressOf(link.code, wayOf(product, settings.linkWay), gate, destination);
}

/** Only what leads straight by the freelancer's choice: some programmes forbid anything between. */
function mayBeShort(product: Product, { linkWay }: Settings): boolean {
  return linkWay === 'straight' && wayOf(product, 'gate') === 'gate';
}

/** The links of letters that may be made short and are not yet, with where they lead. */
export function longLinks(
  services: Pick<Services, 'state'>,
  desk: Desk,
  wave: Letter[],
): LongLink[] {
  return wave.flatMap((letter) =>
    letter.products.flatMap((id) => {
      const product = desk.products.get(id);
      const link = desk.links.get(linkKey(letter, id));
      if (product === undefined || link?.short !== '') return [];
      if (!mayBeShort(product, desk.settings)) return [];
      return [{ code: link.code, address: linkAddress(services, desk, letter, product) }];
    }),
  );
}
