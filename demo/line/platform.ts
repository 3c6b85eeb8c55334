import type { HostClient } from '../../host/client';
import { lineCode } from '../../src/core/letters/line-code';
import {
  clients as clientsTable,
  letters as lettersTable,
  occasions as occasionsTable,
} from '../../src/core/workbook';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { serve } from '../lists/served';
import type { Loopback } from '../loopback';
import { recordsOf } from '../tabs';
import { SampleLine, sampleUser } from './sample';

const TOKEN = 'sample-channel-access-token';
/** Messages of a month, as LINE's free plan in Taiwan has them (recalled, unverified). */
const LIMIT = 200;
/** One client of so many comes over. */
const ONE_OF = 8;

type Panel = <R extends PanelCall>(request: R) => Promise<PanelAnswers[R['do']]>;

/** Stands in for LINE: no message leaves this machine. */
export interface LinePlatform extends Loopback {
  /** Where LINE's hosts really are, for the laptop host. */
  routes: Record<string, string>;
  /** Connects the official account, and lets the quarterly report choose the best way. */
  connect: (panel: Panel) => Promise<void>;
  /** Some clients add the account and send the code of their letter; returns how many. */
  comeOver: (linkKey: string) => Promise<number>;
  /** Knows those again who came over before. */
  resume: (panel: Panel) => Promise<void>;
}

/** Starts the stand-in for a host whose gate it posts to. */
export async function startLine(host: HostClient): Promise<LinePlatform> {
  let now = Date.parse(await host.clock());
  const line = new SampleLine({ token: TOKEN, limit: LIMIT, now: () => now });
  const server = await serve(line);
  return {
    ...server,
    routes: { 'api.line.me': server.address },
    connect: async (panel) => {
      line.webhook = (await panel({ do: 'connectLine', token: TOKEN })).address;
      await host.edit({ sheet: 'Occasions', a1: await channelCell(host), value: 'best' });
    },
    comeOver: async (linkKey) => {
      now = Date.parse(await host.clock());
      const letters = recordsOf(lettersTable, await host.records('Letters'));
      const invited = letters.filter(({ sent }) => sent !== null);
      const coming = invited.filter((_, i) => i % ONE_OF === 0);
      for (const { id, clientId } of coming) {
        const user = sampleUser(clientId);
        await line.follow(user);
        await line.write(user, lineCode(id, linkKey));
      }
      return coming.length;
    },
    resume: async (panel) => {
      for (const { lineUser } of recordsOf(clientsTable, await host.records('Clients'))) {
        if (lineUser !== '') line.followers.add(lineUser);
      }
      const { connections } = await panel({ do: 'connections' });
      line.webhook = connections.find(({ id }) => id === 'line')?.address ?? '';
    },
  };
}

/** Where the quarterly report's channel stands. */
async function channelCell(host: HostClient): Promise<string> {
  const { header } = await host.sheet('Occasions');
  const rows = recordsOf(occasionsTable, await host.records('Occasions'));
  const row = rows.findIndex(({ id }) => id === 'quarterly-report') + 2;
  return `${String.fromCharCode(65 + header.indexOf('Channel'))}${row}`;
}
