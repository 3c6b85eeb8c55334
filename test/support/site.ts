import { listen, type Loopback } from '../../demo/loopback';

/** Serves pages by the host name that was asked for; whoever is not among them is not found. */
export function servePages(pages: Record<string, string>): Promise<Loopback> {
  return listen((request, response) => {
    const page = pages[(request.headers.host ?? '').split(':')[0] ?? ''];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(page ?? 'not here');
  });
}
