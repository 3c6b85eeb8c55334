import { renderHtml } from '../core/html';
import type { GatePage } from '../core/referrals/gate';
import { en } from '../core/words/en';
import { fill, type PageTexts } from '../core/words/words';
import template from './page.html';
import type { GateReply } from './services';

/** What a page says in one language. */
interface Said {
  from?: string;
  heading: string;
  note?: string;
  go?: string;
}

interface PageParts {
  page: GatePage;
  say: (texts: PageTexts, fillIn: (text: string) => string) => Said;
  product?: string;
  /** Where “Continue” leads. */
  to?: string;
  /** Where the form is posted. */
  form?: string;
  /** Whether to name the address to write to. */
  withContact?: boolean;
  beacon?: { address: string; code: string; visit: string };
}

/** The page behind a link: the product, the disclosure and one way on. */
export function visitPage(
  page: GatePage,
  product: string,
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
      from: fillIn(texts.recommends),
      heading: product,
      note: fillIn(texts.disclosure),
      go: fillIn(texts.go),
    }),
  });
}

/** What a visitor reads whose link rests or is not known. */
export function emptyPage(page: GatePage, which: 'resting' | 'unknown'): GateReply {
  return render({
    page,
    withContact: true,
    say: (texts, fillIn) => ({
      heading: page.sender === '' ? '…' : page.sender,
      note: fillIn(texts[which]),
    }),
  });
}

/** Asks before anything is stopped: scanners open links too. */
export function confirmPage(page: GatePage, token: string): GateReply {
  return render({
    page,
    form: `${page.address}?u=${encodeURIComponent(token)}`,
    say: (texts, fillIn) => ({
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
    withContact: !isNoted,
    say: (texts, fillIn) => ({
      heading: texts.unsubscribeButton,
      note: fillIn(isNoted ? texts.unsubscribed : texts.unsubscribeFailed),
    }),
  });
}

function render(parts: PageParts): GateReply {
  const { page, say, to, form, beacon } = parts;
  const values = {
    sender: page.sender || '…',
    contact: page.contact || '…',
    product: parts.product ?? '',
  };
  const fillIn = (text: string): string => fill(text, values);
  const usual = { ...en.page, ...(page.disclosure === '' ? {} : { disclosure: page.disclosure }) };
  const said = Object.entries(page.texts).map(([tag, texts]) => {
    const whole = { ...usual, ...texts };
    return { tag, title: fillIn(whole.title), said: say(whole, fillIn) };
  });
  // The freelancer's own language comes first, for visitors who read none of them.
  const first = said[0] ?? { tag: 'en', title: fillIn(usual.title), said: say(usual, fillIn) };
  const data = {
    texts: Object.fromEntries(said.map((one) => [one.tag, one.said])),
    ...(beacon === undefined
      ? {}
      : { beacon: beacon.address, code: beacon.code, visit: beacon.visit }),
  };
  const html = renderHtml(template, {
    ...first.said,
    title: first.title,
    language: first.tag,
    to,
    form,
    picture: page.picture,
    contact: parts.withContact === true ? page.contact : '',
    data: JSON.stringify(data).replace(/</g, '\\u003c'),
  });
  return { html, title: first.title };
}
