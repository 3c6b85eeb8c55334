/** A request as a value: the core says what to ask, the shell asks. */
export interface HttpRequest {
  url: string;
  method: 'GET' | 'POST' | 'PATCH';
  headers?: Record<string, string>;
  /** Sent as it stands; `contentType` says what it is. */
  body?: string;
  contentType?: string;
  /** Redirects are handed back, not followed, unless this is set. */
  follow?: boolean;
  timeoutSeconds: number;
}

/**
 * An answer, or why there was none. Header names are lower-case; a header that came more than once
 * has a line for each time.
 */
export type HttpAnswer =
  | { ok: true; status: number; headers: Record<string, string>; body: string }
  | { ok: false; error: string };

/** Whether a page only asks visitors to prove that they are people, as Cloudflare's does. */
export function isChallenge(status: number, html: string): boolean {
  return (
    [403, 429, 503].includes(status) &&
    /<title>\s*(just a moment|attention required|one moment|checking your browser)/i.test(html)
  );
}

/**
 * The charset to read an HTML page in, where its header names none and it was read as UTF-8: the one
 * that its own head names, or the web’s old one where it cannot be UTF-8. Undefined where the text
 * stands as it is.
 */
export function charsetWithin(contentType: string, text: string): string | undefined {
  if (!/html/i.test(contentType) || /charset\s*=/i.test(contentType)) return undefined;
  const [, said = ''] =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text.slice(0, 1024)) ?? [];
  if (/^(utf-?8|utf-?16(le|be)?|unicode)$/i.test(said)) return undefined;
  if (/^(iso-?8859-?1|latin-?1|(us-)?ascii)$/i.test(said)) return 'windows-1252';
  if (said !== '') return said;
  return text.includes('\ufffd') ? 'windows-1252' : undefined;
}

/** What stands where a secret was. */
const STRUCK = '•••';
/** What is shorter is no secret, and may well stand in an answer by chance. */
const LEAST_SECRET = 6;

/** An answer without the secret that was sent along: some servers repeat it in what they say. */
export function withoutSecret(answer: HttpAnswer, secret: string): HttpAnswer {
  if (secret.length < LEAST_SECRET) return answer;
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  const strike = (text: string): string =>
    forms.reduce((rest, form) => rest.split(form).join(STRUCK), text);
  if (!answer.ok) return { ok: false, error: strike(answer.error) };
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, strike(value)]),
  );
  return { ...answer, headers, body: strike(answer.body) };
}
