import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHost, type Host } from './host';
import { readOptions } from './options';
import { serve } from './server/serve';

// Scripts' local time is computed from UTC; see context/date.ts.
process.env.TZ = 'UTC';

const program = path.dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const host = createHost(readOptions(process.argv.slice(2), process.env), program);
  await serve(host, program);
  host.timekeeper.start();
  console.log(`The host is at ${host.addresses.main}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop(host));
  }
}

function stop(host: Host): void {
  host.timekeeper.stop();
  host.store.close();
  process.exit(0);
}

main().catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exit(1);
});
