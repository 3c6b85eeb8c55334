import { randomBytes } from 'node:crypto';
import type { HtmlPage } from '../shared/page';
import { asDownload, html, scriptJson, type Answer } from './http';
import { atHeadOf } from './page-head';
import type { Routes as HostRoutes } from '../net/routes';
import type { Routes } from './router';

const mostKept = 200;

/**
 * The second origin: the html of scripts and the answers of ContentService, each under an address
 * that nobody can guess. The oldest are forgotten.
 */
export class Frames {
  private readonly kept = new Map<string, Answer>();

  /** `client` is the code that makes google.script work inside a page; `hosts` says where made-up hosts are. */
  constructor(
    private readonly origin: () => string,
    private readonly client: string,
    private readonly hosts: Pick<HostRoutes, 'all'>,
  ) {}

  keepPage(page: HtmlPage, functions: string[]): string {
    return `${this.origin()}/page/${this.keep(html(this.withClient(page.html, functions)))}`;
  }

  /** A mail's html: whatever it brings, no script of it runs. */
  keepMail(body: string): string {
    const policy = { 'Content-Security-Policy': "script-src 'none'; object-src 'none'" };
    return `${this.origin()}/page/${this.keep(html(body, policy))}`;
  }

  keepText(content: string, mime: string, fileName: string | null): string {
    const headers = {
      'Content-Type': `${mime}; charset=utf-8`,
      'Access-Control-Allow-Origin': '*',
      ...(fileName === null ? {} : asDownload(fileName)),
    };
    const key = this.keep({ status: 200, headers, body: content });
    return `${this.origin()}/macros/echo?user_content_key=${key}`;
  }

  routes(): Routes {
    return {
      'GET /page/:key': (_request, key) => this.find(key),
      'GET /macros/echo': ({ url }) => this.find(url.searchParams.get('user_content_key')),
    };
  }

  private keep(answer: Answer): string {
    const key = randomBytes(18).toString('base64url');
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return key;
  }

  private find(key: string | null | undefined): Answer {
    return this.kept.get(key ?? '') ?? html('This page is gone.', {}, 404);
  }

  /** Puts the client before the page's own scripts. */
  private withClient(page: string, functions: string[]): string {
    const given = `${scriptJson(functions)},${scriptJson(this.hosts.all())}`;
    return atHeadOf(page, `<script>${this.client};googleScript(${given})</script>`);
  }
}
