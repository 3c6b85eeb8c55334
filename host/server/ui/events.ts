import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Host } from '../../host';
import type { UiEvent } from '../../services/ui';
import type { PageEvent } from '../../shared/view';
import { sandboxFlags } from '../app-pages';
import type { Frames } from '../frames';

/** Answers `GET /host/ui/events` with a stream of what happens; leaves other requests alone. */
export function eventStream(host: Host, frames: Frames) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.url !== '/host/ui/events') return false;
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
    const stop = host.ui.listen((event) => {
      response.write(`data: ${JSON.stringify(pageEvent(host, frames, event))}\n\n`);
    });
    response.on('close', stop);
    return true;
  };
}

/** What a page is told: the html of a sidebar or dialog becomes an address on the other origin. */
function pageEvent(host: Host, frames: Frames, event: UiEvent): PageEvent {
  if (event.kind !== 'sidebar' && event.kind !== 'dialog') return event;
  const { project, page } = event;
  const functions = host.history.functions.get(project) ?? [];
  const shown = {
    project,
    address: frames.keepPage(page, functions),
    sandbox: sandboxFlags(host.projects.get(project)?.bound ?? true),
  };
  if (event.kind === 'sidebar') return { kind: 'sidebar', title: page.title, ...shown };
  const { title, modal } = event;
  const size = { width: page.width ?? 600, height: page.height ?? 400 };
  return { kind: 'dialog', title, modal, ...size, ...shown };
}
