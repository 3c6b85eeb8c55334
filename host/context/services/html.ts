import { boot, lent } from '../bridge';
import { exception } from '../exception';
import type { Thing } from '../facade';
import type { BlobSource } from './blob';
import { HtmlOutput } from './html-output';
import { HtmlTemplate } from './html-template';

/** HtmlService: pages for web apps, sidebars and dialogs. */
export class HtmlService implements Thing {
  readonly kind = 'HTML.HtmlService';

  createHtmlOutput(html: string | BlobSource = ''): HtmlOutput {
    return new HtmlOutput(textOf(html));
  }

  createHtmlOutputFromFile(name: string): HtmlOutput {
    return new HtmlOutput(fileNamed(name));
  }

  createTemplate(html: string | BlobSource): HtmlTemplate {
    return new HtmlTemplate(textOf(html));
  }

  createTemplateFromFile(name: string): HtmlTemplate {
    return new HtmlTemplate(fileNamed(name));
  }

  getUserAgent(): string {
    return boot().userAgent;
  }
}

function textOf(html: string | BlobSource): string {
  return typeof html === 'string' ? html : html.getBlob().getDataAsString();
}

function fileNamed(name: string): string {
  const text = lent().file(name.replace(/\.html$/, ''));
  if (text === null) throw exception(`No HTML file named ${name} was found.`);
  return text;
}
