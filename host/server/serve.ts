import fs from 'node:fs';
import path from 'node:path';
import type { Host } from '../host';
import { assetRoutes, pageRoutes } from './assets';
import { controlRoutes } from './control';
import { Frames } from './frames';
import { router } from './router';
import { listen } from './server';
import { eventStream } from './ui/events';
import { uiRoutes } from './ui/routes';
import { webAppRoutes } from './web-app';

/** Opens both origins and fills in the host's addresses. */
export async function serve(host: Host, program: string): Promise<void> {
  const client = fs.readFileSync(path.join(program, 'pages', 'frame.js'), 'utf8');
  const frames = new Frames(() => host.addresses.frames, client, host.routes);
  const { origin: second } = await listen(0, router(frames.routes()));
  host.addresses.frames = second;
  const routes = router({
    ...controlRoutes(host),
    ...webAppRoutes(host, frames),
    ...uiRoutes(host, frames),
    ...pageRoutes(path.join(program, 'pages')),
    ...assetRoutes(path.join(program, 'pages')),
  });
  const { origin } = await listen(host.options.port, routes, eventStream(host, frames));
  host.addresses.main = origin;
}
