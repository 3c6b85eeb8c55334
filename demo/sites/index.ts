import type { DemoClient } from '../clients';
import { listen, type Loopback } from '../loopback';
import { answerOf, errorAnswer, type Site } from './answer';
import { siteFlaws } from './flaws';

/** The clients' websites while they are served. */
export interface Sites extends Pick<Loopback, 'stop'> {
  /** Where each made-up host really is, for the laptop host's table of routes. */
  routes: Record<string, string>;
  /** From now on the sites are as they are in this quarter, counted from 0: more is mended. */
  turnTo: (quarter: number) => void;
}

/**
 * Serves every client's website from one server on this machine, told apart by the Host header:
 * home pages with their flaws and pictures, the guarded one, the one filled by a script, and the
 * one that breaks the connection off. Quarters are counted from 0, the one with most flaws.
 */
export async function startSites(
  clients: DemoClient[],
  seed: string,
  options: { quarter?: number } = {},
): Promise<Sites> {
  let quarter = options.quarter ?? 0;
  const flaws = siteFlaws(clients, seed);
  const sites = new Map(
    clients.flatMap((client): [string, Site][] => {
      const site = { client, flaws: flaws.get(client.host) ?? [] };
      return client.host === ''
        ? []
        : [client.host, `www.${client.host}`].map((host) => [host, site]);
    }),
  );
  const { address, stop } = await listen((request, response) => {
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    const site = sites.get(host);
    if (site?.client.site === 'silent') {
      request.socket.destroy();
      return;
    }
    const path = request.url ?? '/';
    const isSafe = request.headers['x-forwarded-proto'] !== 'http';
    const answer =
      site === undefined ? errorAnswer(404) : answerOf(site, { host, isSafe }, path, quarter, seed);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  return {
    routes: Object.fromEntries([...sites.keys()].map((host) => [host, address])),
    turnTo: (next) => {
      quarter = next;
    },
    stop,
  };
}
