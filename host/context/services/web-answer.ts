import type { WebAnswer } from '../../shared/page';
import { reveal } from '../facade';
import { contentTypes, TextOutput } from './content';
import { HtmlOutput } from './html-output';

/** What a web app's function returned, as the server needs it. */
export function webAnswer(value: unknown, name: string): WebAnswer {
  const thing = reveal(value);
  if (thing instanceof HtmlOutput) return { kind: 'html', page: thing.page() };
  if (thing instanceof TextOutput) {
    const mime = contentTypes[thing.getMimeType().name()] ?? 'text/plain';
    return { kind: 'text', content: thing.getContent(), mime, fileName: thing.getFileName() };
  }
  if (value === undefined || value === null) return { kind: 'none' };
  throw new Error(
    `The script completed but the returned value is not a supported return type. (${name})`,
  );
}
