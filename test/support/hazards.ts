import type { Element } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** Elements that the gate's pages are made of. */
const ELEMENTS =
  /^(html|head|meta|title|style|body|main|div|span|img|p|h1|a|form|input|button|script)$/;

/**
 * What a page holds, as a browser reads it, that no page of the gate may: other elements, handlers,
 * addresses that do not start with one of `allowed`, or a script that is not the template's own.
 */
export function hazardsIn(html: string, allowed: string[]): string[] {
  const document = parse(html, { treeAdapter: adapter });
  const hazards: string[] = [];
  const elements = getElementsByTagName('*', document);
  for (const { name, attribs } of elements) {
    if (!ELEMENTS.test(name)) hazards.push(`<${name}>`);
    if (name === 'input' && attribs.type !== 'hidden') hazards.push('an input to fill in');
    for (const [attribute, value] of Object.entries(attribs)) {
      if (attribute.startsWith('on')) hazards.push(`${attribute}=${value}`);
      const isAddress = ['href', 'src', 'action', 'formaction', 'srcset'].includes(attribute);
      if (isAddress && !allowed.some((start) => value.startsWith(start))) {
        hazards.push(`${attribute}=${value}`);
      }
    }
  }
  const scripts = elements.filter(({ name }) => name === 'script');
  if (scripts.length !== 1) hazards.push(`${scripts.length} scripts`);
  return [...hazards, ...scripts.flatMap(dataHazards)];
}

/** The script is the template's, which holds no `<`-opened markup, and ends in data that is JSON. */
function dataHazards(script: Element): string[] {
  const text = textContent(script);
  const data = /\}\)\((\{[\s\S]*\})\);\s*$/.exec(text)?.[1];
  try {
    JSON.parse(data ?? '');
  } catch {
    return [`script: ${text.slice(-200)}`];
  }
  return /<[/!a-z]/i.test(text) ? ['markup in the script'] : [];
}
