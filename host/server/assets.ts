import fs from 'node:fs';
import path from 'node:path';
import { BadRequest, html, text, type Answer } from './http';
import type { Routes } from './router';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The scripts and styles of the host's own pages. */
export function assetRoutes(folder: string): Routes {
  return {
    'GET /host/assets/:file': (_request, name = '') => {
      const file = path.join(folder, path.basename(name));
      const type = types[path.extname(file)];
      if (type === undefined || !fs.existsSync(file)) throw new BadRequest('No such asset.', 404);
      return text(fs.readFileSync(file), type);
    },
  };
}

/**
 * The host's own pages: one document, whose script shows what belongs to the address. Whatever a
 * cell, log or mail holds, only this host's own scripts run in it.
 */
export function pageRoutes(folder: string): Routes {
  const shell = fs.readFileSync(path.join(folder, 'shell.html'), 'utf8');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    'frame-src http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const page = (): Answer => html(shell, { 'Content-Security-Policy': policy.join('; ') });
  const paths = ['/', '/mail', '/executions', '/triggers', '/clock'];
  return Object.fromEntries(paths.map((address) => [`GET ${address}`, page]));
}
