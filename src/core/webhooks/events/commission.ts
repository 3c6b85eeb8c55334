import { toMajor } from '../../money';
import {
  aboutClient,
  aboutProduct,
  type EventData,
  type EventKind,
  type Found,
  type Records,
  type Scene,
} from '../event';

type Sale = Records['commissions'][number];

const NEEDS = ['commissions', 'clients', 'products'] as const;

export const commissionNew: EventKind = {
  type: 'commission.new',
  about: 'A commission was booked.',
  needs: NEEDS,
  find: (scene) =>
    scene.records.commissions.flatMap((row) =>
      scene.isNews(row.firstSeen) ? [found(scene, row, row.firstSeen, [row.id])] : [],
    ),
};

/** A change is known by when it was booked: a commission may change many times, and back. */
export const commissionChanged: EventKind = {
  type: 'commission.changed',
  about:
    'A network said something new of a commission: approved, paid, reversed or another amount.',
  needs: NEEDS,
  find: (scene) =>
    scene.records.commissions.flatMap((row) => {
      const { changed, firstSeen } = row;
      if (!scene.isNews(changed) || changed <= (firstSeen ?? 0)) return [];
      return [found(scene, row, changed, [row.id, String(changed)])];
    }),
};

function found(scene: Scene, row: Sale, at: number, parts: string[]): Found {
  return { parts, at, clientId: row.clientId, data: dataOf(scene, row) };
}

function dataOf(scene: Scene, row: Sale): EventData {
  return {
    commission_id: row.id,
    network: row.network,
    external_id: row.externalId,
    status: row.status,
    commission: row.commission === null ? null : toMajor(row.commission),
    sale: row.sale === null ? null : toMajor(row.sale),
    currency: row.currency,
    sold_at: row.at === null ? '' : new Date(row.at).toISOString(),
    source: row.source,
    letter_id: row.letterId,
    ...aboutProduct(scene, row.productId),
    ...aboutClient(scene, row.clientId),
  };
}
