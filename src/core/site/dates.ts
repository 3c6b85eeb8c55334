import { addDays, addMonths, type Day, dayOf, type Instant } from '../calendar';
import { closest, elementsOf, flat, parseHtml, textOf } from './dom';

/** The days that a sitemap or a feed names; the web's own parser reads them, for neither is ever quite XML. */

/** The last change of each page of a sitemap, or of each sitemap of an index, that says one. */
export function changesIn(sitemap: string, at: Instant): Day[] {
  return daysOf(sitemap, ['lastmod'], ['url', 'sitemap'], at);
}

/** The days of a feed's entries, RSS or Atom. */
export function entriesIn(feed: string, at: Instant): Day[] {
  return daysOf(feed, ['pubdate', 'dc:date', 'published', 'updated'], ['item', 'entry'], at);
}

export function newest(days: Day[]): Day | undefined {
  return [...days].sort().pop();
}

/** A year before a day. */
export function yearBefore(at: Instant): Day {
  return addMonths(dayOf(at, 'UTC'), -12);
}

/** What lies in the future is a mistake, but for what zones make of it. */
function daysOf(xml: string, names: string[], within: string[], at: Instant): Day[] {
  const tomorrow = addDays(dayOf(at, 'UTC'), 1);
  const plain = xml.replace(/<!\[CDATA\[[\s\S]*?(\]\]>|$)/g, '');
  return elementsOf(parseHtml(plain))
    .filter(({ name }) => names.includes(name))
    .filter((element) => closest(element, ({ name }) => within.includes(name)) !== undefined)
    .map((element) => Date.parse(flat(textOf(element))))
    .filter((instant) => !Number.isNaN(instant))
    .map((instant) => dayOf(instant, 'UTC'))
    .filter((day) => day <= tomorrow);
}
