import { linkFor } from '../../core/referrals/link';
import { routeFor, wayFor, withRoutes } from '../../core/referrals/route';
import { type Link, links, routes } from '../../core/workbook';
import type { Desk, WriteServices } from './desk';
import type { Prepared } from './prepare';

/** Gives every recommendation of a wave its route and link, before any text speaks of it. */
export function makeLinks({ sheets, clock }: WriteServices, desk: Desk, ready: Prepared[]): void {
  const wanted = ready.flatMap(({ letter, choices }) =>
    choices.map(({ product }) => ({
      letter,
      productId: product.id,
      way: wayFor(letter, product.id, desk.own),
    })),
  );
  const known = desk.routes.length;
  desk.routes = withRoutes(
    desk.routes,
    wanted.map(({ way }) => way),
  );
  sheets.append(routes, desk.routes.slice(known));
  const made: Link[] = [];
  for (const { letter, productId, way } of wanted) {
    const route = routeFor(desk.routes, way);
    if (route === undefined) continue;
    const link = linkFor(letter, productId, route, desk.links, desk.linkKey, clock.now());
    if (desk.links.has(link.code)) continue;
    desk.links.set(link.code, link);
    made.push(link);
  }
  sheets.append(links, made);
}
