import fs from 'node:fs';
import path from 'node:path';
import { BadRequest, text } from './http';
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
