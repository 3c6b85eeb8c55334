import { clientsById } from '../core/clients/client';
import { type Objection, whyNotSend } from '../core/letters/approval';
import { readOwnAddresses } from '../core/referrals/own-address';
import { unreadIds } from '../core/schema/table';
import { addresses, clients, type Letter, links, products } from '../core/workbook';
import type { Services } from '../services';
import { lineAccount } from './line/kept';
import { type Desk, linkKey } from './parcel';
import { openTurns } from './turns';

export type SendServices = Pick<
  Services,
  'sheets' | 'http' | 'mail' | 'state' | 'vault' | 'clock' | 'progress'
>;

/** Read anew for each wave: a person may change consent or products meanwhile. */
export function openDesk(services: SendServices, known: Desk['links']): Desk {
  const { sheets, mail } = services;
  const people = sheets.read(clients);
  const offers = sheets.read(products);
  const byId = clientsById(people);
  const { settings } = sheets.settings();
  return {
    settings,
    from: mail.ownAddress(),
    clients: byId,
    turns: openTurns(services, byId, offers.rows, settings),
    products: new Map(offers.rows.map((product) => [product.id, product])),
    unread: { clients: unreadIds(clients, people), products: unreadIds(products, offers) },
    own: readOwnAddresses(sheets.read(addresses).rows, offers.rows).own,
    line: lineAccount(services),
    links: known,
  };
}

/** All links, read once for a run. */
export function readLinks({ sheets }: SendServices): Desk['links'] {
  const { rows } = sheets.readColumns(links, ['code', 'letterId', 'productId', 'channel', 'short']);
  return new Map(
    rows.map(({ code, letterId, productId, channel, short }) => [
      linkKey({ id: letterId, channel }, productId),
      { code, short },
    ]),
  );
}

/** What keeps a letter from going now. */
export function whyNot(letter: Letter, desk: Desk): Objection | undefined {
  return whyNever(letter, desk) ?? desk.turns.whyNot(letter);
}

/** What keeps a letter from going, be it its client's turn or not. */
export function whyNever(letter: Letter, desk: Desk): Objection | undefined {
  return (
    whyNotSend(
      letter,
      { rows: desk.clients, unread: desk.unread.clients },
      { rows: desk.products, unread: desk.unread.products },
      (productId) => desk.links.has(linkKey(letter, productId)),
    ) ?? whyNotOnLine(letter, desk)
  );
}

/** A client may have left LINE since the letter was written, or the freelancer. */
function whyNotOnLine(letter: Letter, { clients, line }: Desk): Objection | undefined {
  if (letter.channel !== 'line') return undefined;
  const isThere = clients.get(letter.clientId)?.lineUser !== '';
  if (isThere && line !== undefined) return undefined;
  const why = isThere ? 'LINE is not connected any more' : 'The client is not on LINE any more';
  return { becomes: 'drafting', why: `${why}, so the letter is written again, to go by mail.` };
}
