import { clientsById } from '../core/clients/client';
import { knownNames } from '../core/letters/checks/others';
import { exampleIn } from '../core/letters/taste';
import {
  clients,
  type DraftRow,
  drafts,
  letters,
  products,
  type Taste,
  tastes,
} from '../core/workbook';
import type { Services } from '../services';

type TasteServices = Pick<Services, 'sheets' | 'clock'>;

/** Keeps drafts as their writer made them, to see later what a person changed. */
export function keepDrafts({ sheets }: Pick<Services, 'sheets'>, rows: DraftRow[]): void {
  if (rows.length === 0) return;
  const added = new Set(sheets.append(drafts, rows));
  const again = rows.filter(({ id }) => !added.has(id));
  if (again.length === 0) return;
  sheets.patch(
    drafts,
    again.map(({ id, ...set }) => ({ id, set })),
  );
}

/** Learns from every draft that a person changed and let go since; returns all that was ever learnt. */
export function learnTaste({ sheets, clock }: TasteServices): Taste[] {
  const kept = sheets.read(drafts).rows.filter(({ body }) => body !== '');
  const known = sheets.read(tastes).rows;
  if (kept.length === 0) return known;
  const gone = sheets
    .find(
      letters,
      kept.map(({ id }) => id),
    )
    .filter(({ status }) => ['approved', 'sending', 'sent', 'skipped'].includes(status));
  if (gone.length === 0) return known;
  const all = sheets.read(clients);
  const people = clientsById(all);
  const names = knownNames(all.all);
  const offers = new Map(sheets.read(products).rows.map((product) => [product.id, product]));
  const before = new Map(kept.map(({ id, body }) => [id, body]));
  const learnt = gone.flatMap((letter): Taste[] => {
    const client = people.get(letter.clientId);
    // Nobody stands behind the words of a letter that was skipped.
    if (client === undefined || letter.status === 'skipped') return [];
    const about = {
      client,
      names,
      products: letter.products.flatMap((id) => offers.get(id) ?? []),
    };
    const example = exampleIn(before.get(letter.id) ?? '', letter.body, about);
    const { id, clientId } = letter;
    return example === undefined ? [] : [{ id, clientId, at: clock.now(), ...example }];
  });
  const added = new Set(sheets.append(tastes, learnt));
  sheets.patch(
    drafts,
    gone.filter(({ status }) => status !== 'approved').map(({ id }) => ({ id, set: { body: '' } })),
  );
  return [...known, ...learnt.filter(({ id }) => added.has(id))];
}

/** Forgets every example; what was learnt from once is not learnt from again. */
export function clearTaste({ sheets }: Pick<Services, 'sheets'>): void {
  const known = sheets.read(tastes).rows;
  sheets.patch(
    tastes,
    known.map(({ id }) => ({ id, set: { before: '', after: '' } })),
  );
}
