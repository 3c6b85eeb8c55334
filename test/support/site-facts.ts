import type { Facts } from '../../src/core/site/audit';
import { type Page, readPage } from '../../src/core/site/page';
import { NOT_ASKED, type SiteFacts } from '../../src/core/site/site';
import { NOW } from './rows';

/** The facts of a page of bakery.example, with whatever of it and of its site a test is about. */
export function siteFacts(
  html: string,
  given: Partial<Page> & { site?: Partial<SiteFacts> } = {},
): Facts {
  const { site, ...page } = given;
  const facts = readPage({
    address: 'https://bakery.example/',
    through: [],
    status: 200,
    headers: {},
    html,
    at: NOW,
    ...page,
  });
  return { ...facts, ...NOT_ASKED, ...site };
}
