import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server outside the host that scripts tell what they have done. */
export interface Witness {
  address: string;
  /** What was told, in the order in which it came. */
  heard: string[];
  stop: () => void;
}

/** Starts a witness; whoever asks for `ADDRESS/word` has told it `word`. */
export async function startWitness(): Promise<Witness> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(decodeURIComponent((request.url ?? '').slice(1)));
    response.end('noted');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    heard,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
