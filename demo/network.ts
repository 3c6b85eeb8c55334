import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostClient } from '../host/client';
import { parseAddress } from '../src/core/address';
import { networkNamed } from '../src/core/referrals/networks';
import { readSubId } from '../src/core/referrals/sub-id';
import { demoProducts } from './products';
import { listen, type Loopback } from './loopback';
import { impactReport } from './reports';

/** Stands in for the partner networks: nobody's click leaves this machine. */
export interface Network extends Loopback {
  /** Where the networks' and shops' made-up hosts really are, for the laptop host. */
  routes: Record<string, string>;
  /** Impact's report as it would be today, to download and drop into the sidebar. */
  report: string;
}

const REPORT = '/impact-paystub.csv';
/** How many of the tapped links lead to a sale in the demo. */
export const CONVERSION = 0.5;

/** Starts the stand-in: a page for each link that was followed, and the report that would follow. */
export async function startNetwork(host: HostClient, seed: string): Promise<Network> {
  const server = await listen((request, response) => answer(host, seed, request, response));
  const hosts = demoProducts()
    .flatMap(({ destination, page }) => [destination, page])
    .map((address) => parseAddress(address)?.host ?? '');
  return {
    ...server,
    routes: Object.fromEntries(hosts.map((name) => [name, server.address])),
    report: `${server.address}${REPORT}`,
  };
}

async function answer(
  host: HostClient,
  seed: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, href } = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
  if (pathname === REPORT) {
    const csv = await reportOf(host, seed);
    response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="impact-paystub.csv"',
    });
    response.end(csv);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page(href));
}

/** The report that the workbook's own links and taps lead to, as of the host's clock. */
async function reportOf(host: HostClient, seed: string): Promise<string> {
  const [links = [], clicks = [], products = []] = await Promise.all(
    ['Links', 'Clicks', 'Products'].map((tab) => host.records(tab)),
  );
  const until = Date.parse(await host.clock());
  return impactReport(links, clicks, products, seed, { conversion: CONVERSION, until }).csv;
}

function page(address: string): string {
  const mark = markIn(address);
  const said =
    mark === ''
      ? 'A shop’s ordinary page would be here.'
      : `A partner network would note this visit under the sub-id <code>${mark}</code> and lead on to the shop.`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The end of the demo’s link</title>
<style>
body { font: 17px/1.5 system-ui, sans-serif; margin: 12vh auto; max-width: 34em; padding: 0 1.5em; color: #1d2823; }
code { background: #eef2f0; padding: 0.1em 0.35em; border-radius: 4px; }
@media (prefers-color-scheme: dark) { body { background: #111814; color: #e9efec; } code { background: #33413a; } }
</style>
<h1>This is where the demo ends</h1>
<p>${said} Nothing left this machine.</p>
<p>Back in the sheet, choose <b>Perennial → Collect taps now</b>. Then let a month pass under <b>Clock</b>, download <a href="${REPORT}">the network’s report</a>, and drop it under <b>Money</b> in the sidebar.</p>
</html>
`;
}

/** Our mark in an affiliate address, wherever the demo's networks put it. */
function markIn(address: string): string {
  const places = ['Impact', 'PartnerStack', 'Awin'].flatMap(
    (title) => networkNamed(title).slot?.places ?? [],
  );
  return (
    places.map((place) => place.read(address)).find((said) => readSubId(said) !== undefined) ?? ''
  );
}
