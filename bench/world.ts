import { listen } from '../demo/loopback';
import { demoProducts } from '../demo/products';
import { SAMPLE_MODEL, startWriter } from '../demo/writer';
import type { HostClient } from '../host/client';
import type { PanelCall } from '../src/panel/protocol';

/** A workbook with so many clients, each with a site, ready to write. */
export interface World {
  panel: (request: PanelCall) => Promise<unknown>;
  /** Where the sample writer answers. */
  writer: string;
  stop: () => Promise<void>;
}

const PAGE =
  '<title>A site</title><h1>A site</h1><img src="a.jpg"><p>Words enough to be read, and no script to fill the page with more.</p>';

/** Sets a workbook up for the benchmark: clients, the demo's products, rates and a sample writer. */
export async function buildWorld(host: HostClient, size: number, mailsADay = 2000): Promise<World> {
  const site = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(PAGE);
  });
  const writer = await startWriter({ seed: 'bench' });
  const panel = (request: PanelCall): Promise<unknown> => host.result('sheet', 'panel', request);
  await host.putRoutes(
    Object.fromEntries(numbers(size).map((n) => [`site${n}.example`, site.address])),
  );
  await host.result('sheet', 'setUp');
  await panel({
    do: 'saveSettings',
    settings: {
      senderName: 'Mira Chen',
      replyTo: 'mira@studio.example',
      postalAddress: '1 Any Street, Taipei',
      model: SAMPLE_MODEL,
      modelAddress: `${writer.address}/v1`,
      mailsADay: String(mailsADay),
    },
  });
  await panel({ do: 'setSecret', name: 'OPENAI_API_KEY', value: 'sample-key' });
  await panel({ do: 'pair', address: host.webApp('gate') });
  for (const product of demoProducts()) await panel({ do: 'saveProduct', product });
  await host.putCsv('Rates', 'Currency,Rate,As of\nUSD,31.5,2026-07-01\nEUR,36.4,2026-07-01');
  await panel({ do: 'importClients', csv: clientsCsv(size), commit: true });
  return {
    panel,
    writer: writer.address,
    stop: async () => {
      await writer.stop();
      await site.stop();
    },
  };
}

function clientsCsv(size: number): string {
  const header = 'Name,Email,Website,Industry,Past work,Needs,Consent,Consent basis,Consent date';
  const rows = numbers(size).map(
    (n) =>
      `Client ${n},owner@site${n}.example,site${n}.example,bakery,SEO,bookkeeping,yes,contract,2025-01-02`,
  );
  return [header, ...rows].join('\n');
}

function numbers(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}
