import { ALPHABET } from '../core/identity';
import type { GateReply, GateRequest, GateServices } from '../gate/services';

/** What the gate uses of Google: nothing here needs a permission. */
export const gateServices: GateServices = {
  store: {
    all: () => PropertiesService.getScriptProperties().getProperties(),
    set: (name, value) => void PropertiesService.getScriptProperties().setProperty(name, value),
    setAll: (values) => void PropertiesService.getScriptProperties().setProperties(values),
    remove: (name) => void PropertiesService.getScriptProperties().deleteProperty(name),
  },
  cache: {
    get: (names) => CacheService.getScriptCache().getAll(names),
    put: (values, seconds) => {
      CacheService.getScriptCache().putAll(values, seconds);
    },
    remove: (names) => {
      CacheService.getScriptCache().removeAll(names);
    },
  },
  now: () => Date.now(),
  agent: () => HtmlService.getUserAgent(),
  random: (length) => {
    const hex = (Utilities.getUuid() + Utilities.getUuid()).replace(/-/g, '');
    const bytes = hex.match(/../g) ?? [];
    const fair = bytes.map((byte) => parseInt(byte, 16)).filter((byte) => byte < 248);
    return fair
      .slice(0, length)
      .map((byte) => ALPHABET[byte % ALPHABET.length])
      .join('');
  },
};

/** A web app's event as the gate reads it. */
export function requestOf(
  event: GoogleAppsScript.Events.DoGet | GoogleAppsScript.Events.DoPost,
): GateRequest {
  return {
    parameter: event.parameter,
    body: 'postData' in event ? bodyOf(event.postData) : '',
  };
}

/** A POST without a body may come without its contents (unverified). */
function bodyOf(posted: { contents?: string } | undefined): string {
  return posted?.contents ?? '';
}

/** The output for a reply; a visitor gets an answer even where a service of Google's failed. */
export function answering(
  reply: () => GateReply,
  apology: () => GateReply,
): ReturnType<typeof outputOf> {
  try {
    return outputOf(reply());
  } catch (error) {
    // The owner's list of executions is the only place to tell of it.
    // eslint-disable-next-line no-console
    console.error(error instanceof Error ? error.stack : error);
    return outputOf(apology());
  }
}

/** A reply as Google sends it: a page answers 200 to everybody, JSON is for the sheet. */
export function outputOf(
  reply: GateReply,
): GoogleAppsScript.HTML.HtmlOutput | GoogleAppsScript.Content.TextOutput {
  if ('json' in reply) {
    return ContentService.createTextOutput(JSON.stringify(reply.json)).setMimeType(
      ContentService.MimeType.JSON,
    );
  }
  return HtmlService.createHtmlOutput(reply.html)
    .setTitle(reply.title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}
