import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clientsCsv, demoClients } from '../../demo/clients';
import { demoProducts } from '../../demo/products';
import { startSites } from '../../demo/sites';
import { SAMPLE_MODEL, startWriter } from '../../demo/writer';
import { type HostClient, startHost } from '../../host/client';
import { TOKEN_HEADER } from '../../src/core/letters/mime';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';

/** A letter as it left, with what it is an example of. */
export interface SentLetter {
  occasion: string;
  language: string;
  writer: string;
  raw: string;
}

const SEED = 'bench-mail';
/** The demo's clients stand for every case; some of them get no letter. */
const SETTINGS = {
  senderName: 'Mira Chen',
  replyTo: 'mira@studio-chen.example',
  postalAddress: 'Studio Chen, 12 Example Lane, Taipei 100',
};

/** The demo's letters, written, approved and sent on the laptop host, by a writer or without one. */
export async function lettersBy(writer: 'sample' | 'plain'): Promise<SentLetter[]> {
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
  const host = await startHost({ data, fresh: true, now: '2026-11-21T04:00:00Z' });
  const clients = demoClients(SEED);
  const sites = await startSites(clients, SEED);
  const model = await startWriter({ seed: SEED });
  const panel = <R extends PanelCall>(request: R): Promise<PanelAnswers[R['do']]> =>
    host.result('sheet', 'panel', request);
  try {
    // By a name, as in life: an address with a port is a rule of its own.
    await host.putRoutes({ ...sites.routes, 'gate.example': gateFolder(host) });
    await host.result('sheet', 'setUp');
    await panel({
      do: 'saveSettings',
      settings: { ...SETTINGS, model: SAMPLE_MODEL, modelAddress: `${model.address}/v1` },
    });
    if (writer === 'sample') {
      await panel({ do: 'setSecret', name: 'OPENAI_API_KEY', value: 'sample-key' });
    }
    await panel({ do: 'pair', address: 'https://gate.example/exec' });
    for (const product of demoProducts()) await panel({ do: 'saveProduct', product });
    await host.putCsv('Rates', 'Currency,Rate,As of\nUSD,31.5,2026-07-01\nEUR,36.4,2026-07-01');
    await panel({ do: 'importClients', csv: clientsCsv(clients), commit: true });
    await panel({ do: 'writeNow' });
    const { letters } = await panel({ do: 'queue' });
    await panel({ do: 'approve', letters: letters.map(({ id }) => id) });
    await panel({ do: 'sendNow' });
    return await sentLetters(host);
  } finally {
    await model.stop();
    await sites.stop();
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

function gateFolder(host: HostClient): string {
  return host.webApp('gate').replace(/\/exec$/, '');
}

/** What stands in the mailbox as sent, beside its row. */
async function sentLetters(host: HostClient): Promise<SentLetter[]> {
  const mails = (await host.mail()).filter(({ headers }) =>
    headers.some(([name]) => name === TOKEN_HEADER),
  );
  const rows = new Map((await host.records('Letters')).map((row) => [row['Thread ID'], row]));
  return Promise.all(
    mails.map(async ({ id, threadId, headers }) => ({
      occasion: rows.get(threadId)?.['Occasion ID'] as string,
      writer: rows.get(threadId)?.Writer as string,
      language: headers.find(([name]) => name === 'Content-Language')?.[1] ?? '',
      raw: await host.rawMail(id),
    })),
  );
}
