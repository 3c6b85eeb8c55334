import { parameter, parseAddress, withoutParameter } from '../address';

/**
 * Forms of affiliate links that privacy browsers and extensions jump past: the browser reads the
 * shop's address out of the link and goes there straight, so the network never sees the visit and
 * no sale is credited. Our own words for what public rule lists say, as of 2026-11-21; whether a
 * page or redirect of one's own before the link changes it has not been tried.
 */
interface JumpedForm {
  host: RegExp;
  path: RegExp;
  /** The query parameter that gives the shop's address away. */
  gives: string;
}

const FORMS: readonly JumpedForm[] = [
  { host: /^www\.awin1\.com$/, path: /^\/cread\.php$/, gives: 'ued' },
  { host: /^www\.awin1\.com$/, path: /^\/(cread|awclick)\.php$/, gives: 'p' },
  { host: /^(www\.)?shareasale(-analytics)?\.com$/, path: /^\/r\.cfm$/, gives: 'urllink' },
  { host: /\.(evyy\.net|sjv\.io|pxf\.io|7eer\.net)$/, path: /^\/c\//, gives: 'u' },
  { host: /^redirect\.viglink\.com$/, path: /^\//, gives: 'u' },
  { host: /^click\.linksynergy\.com$/, path: /^\/deeplink/, gives: 'murl' },
  { host: /^redir\.tradedoubler\.com$/, path: /^\//, gives: '_td_deeplink' },
  { host: /\.tradedoubler\.com$/, path: /^\/click$/, gives: 'url' },
  {
    host: /^www\.(dpbolvw|tkqlhce|jdoqocy|kqzyfj|anrdoezrs)\.(net|com)$/,
    path: /^\/click-/,
    gives: 'url',
  },
  { host: /^howl\.me$/, path: /^\/link\/$/, gives: 'url' },
  { host: /^www\.pntrac\.com$/, path: /^\/t\//, gives: 'url' },
  { host: /^track\.flexlinks\.com$/, path: /^\/a\.ashx$/, gives: 'url' },
  { host: /^track\.effiliation\.com$/, path: /^\/servlet\/effi\.redir/, gives: 'url' },
  { host: /^go\.(skimresources|redirectingat)\.com$/, path: /^\//, gives: 'url' },
  { host: /^shop-links\.co$/, path: /^\/link/, gives: 'url' },
  { host: /\.narrativ\.com$/, path: /^\/api\/v0\/client_redirect\//, gives: 'url' },
  { host: /\.avantlink\.com$/, path: /^\/click\.php$/, gives: 'url' },
  { host: /^www\.ojrq\.net$/, path: /^\/p\//, gives: 'return' },
];

/** Why a link may not survive the visitor's browser, and a form that does. */
export interface Jump {
  /** The parameter by which the browser jumps. */
  gives: string;
  /** The link without it: it leads to the programme's usual page, and is counted. */
  safe: string;
}

/** The form in which a link would be jumped past, or undefined where no rule knows it. */
export function jumpOf(destination: string): Jump | undefined {
  const address = parseAddress(destination);
  if (address === undefined) return undefined;
  const form = FORMS.find(
    ({ host, path, gives }) =>
      host.test(address.hostname) &&
      path.test(address.pathname) &&
      parameter(destination, gives) !== undefined,
  );
  if (form === undefined) return undefined;
  return { gives: form.gives, safe: withoutParameter(destination, form.gives) };
}
