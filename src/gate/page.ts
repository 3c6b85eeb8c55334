import { renderHtml } from '../core/html';
import { isPicture } from '../core/picture';
import type { GatePage, GateRoute } from '../core/referrals/gate';
import { en } from '../core/words/en';
import type { PageTexts } from '../core/words/words';
import template from './page.html';
import type { GateReply } from './services';

/** What a page says in one language. */
interface Said {
  title: string;
  from?: string;
  heading?: string;
  disclosure?: string;
  note?: string;
  go?: string;
  help?: string;
}

interface PageParts {
  page: GatePage;
  say: (texts: PageTexts, fillIn: (text: string) => string) => Said;
  product?: Pick<GateRoute, 'product' | 'why'>;
  /** Where “Continue” leads. */
  to?: string;
  /** Where the form is posted. */
  form?: string;
  /** The address to write to where the page cannot help. */
  contact?: string;
  beacon?: { address: string; code: string; visit: string };
}

/** The page behind a link: who recommends what and why, the disclosure and one way on. */
export function visitPage(
  page: GatePage,
  product: Pick<GateRoute, 'product' | 'why'>,
  to: string,
  code: string,
  visit: string,
): GateReply {
  return render({
    page,
    product,
    to,
    ...(page.address === '' ? {} : { beacon: { address: page.address, code, visit } }),
    say: (texts, fillIn) => ({
      title: fillIn(texts.title),
      from: fillIn(texts.recommends),
      disclosure: fillIn(texts.disclosure),
      go: fillIn(texts.go),
    }),
  });
}

/** Why a visitor is not led on: the product rests, the link is unknown, or the gate cannot look today. */
export type Refusal = 'resting' | 'unknown' | 'later';

/** What a visitor reads who is not led on, and whom to write to. */
export function emptyPage(page: GatePage, why: Refusal): GateReply {
  return render({
    page,
    contact: page.contact,
    say: (texts, fillIn) => {
      const heading = texts[`${why}Title`];
      return {
        title: heading,
        from: page.sender,
        heading,
        note: fillIn(texts[why]),
        help: fillIn(page.contact === '' ? texts.answer : texts.write),
      };
    },
  });
}

/** Asks before anything is stopped: scanners open links too. */
export function confirmPage(page: GatePage, token: string): GateReply {
  return render({
    page,
    form: `${page.address}?u=${encodeURIComponent(token)}`,
    say: (texts, fillIn) => ({
      title: texts.unsubscribeTitle,
      from: page.sender,
      heading: texts.unsubscribeTitle,
      note: fillIn(texts.unsubscribeAsk),
      go: texts.unsubscribeButton,
    }),
  });
}

/** Says that the letters stop, or how to stop them where that could not be noted. */
export function unsubscribedPage(page: GatePage, isNoted: boolean): GateReply {
  return render({
    page,
    contact: isNoted ? '' : page.contact,
    say: (texts, fillIn) => {
      const heading = isNoted ? texts.unsubscribedTitle : texts.unsubscribeFailedTitle;
      if (isNoted) {
        return { title: heading, from: page.sender, heading, note: fillIn(texts.unsubscribed) };
      }
      const help = page.contact === '' ? texts.unsubscribeAnswer : texts.unsubscribeWrite;
      return {
        title: heading,
        from: page.sender,
        heading,
        note: fillIn(texts.unsubscribeFailed),
        help: fillIn(help),
      };
    },
  });
}

function render(parts: PageParts): GateReply {
  const { page, product, say, to, form, contact, beacon } = parts;
  const values = new Map([
    ['sender', page.sender || '…'],
    ['product', product?.product ?? ''],
  ]);
  // What the freelancer wrote may hold braces of its own, which stay.
  const fillIn = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (slot, name: string) => values.get(name) ?? slot);
  const usual = { ...en.page, ...(page.disclosure === '' ? {} : { disclosure: page.disclosure }) };
  const tags = Object.keys(page.texts);
  const texts = Object.fromEntries(
    (tags.length === 0 ? ['en'] : tags).map((tag) => [
      tag,
      say({ ...usual, ...page.texts[tag] }, fillIn),
    ]),
  );
  // The freelancer's own language comes first, for visitors who read none of them.
  const [[language, first] = ['en', say(usual, fillIn)]] = Object.entries(texts);
  const data = {
    texts,
    ...(beacon && { beacon: beacon.address, code: beacon.code, visit: beacon.visit }),
  };
  const html = renderHtml(template, {
    ...first,
    heading: first.heading ?? product?.product,
    why: product?.why,
    language,
    to,
    form,
    picture: page.picture !== undefined && isPicture(page.picture) ? page.picture : '',
    contact,
    // Nothing in a script element may look like markup.
    data: JSON.stringify(data).replace(/</g, '\\u003c'),
  });
  return { html: html.replace(/\n\s+/g, '\n'), title: first.title };
}
