import { LIST_SERVICES } from '../../core/connectors/lists';
import { cut, Problem } from '../../core/problem';
import type { Services } from '../../services';
import type { ConnectionCard, PanelAnswers } from '../protocol';
import type { Connection } from './connection';
import { hooksConnection } from './hooks';
import { lineConnection } from './line';
import { listConnection } from './list';
import { webhooksConnection } from './webhooks';

/** Every connection, in the order of its cards. */
const CONNECTIONS: readonly Connection[] = [
  lineConnection,
  ...Object.values(LIST_SERVICES).map(listConnection),
  webhooksConnection,
  hooksConnection,
];

/** The cards of all connections. */
export function listConnections(services: Services): PanelAnswers['connections'] {
  return { connections: CONNECTIONS.map((connection) => cardOf(services, connection)) };
}

/** Asks a connection's service for something harmless, and says how it answered. */
export function testConnection(services: Services, id: string): PanelAnswers['testConnection'] {
  return { said: connectionNamed(id).test(services) };
}

/** Forgets a connection's secret and what was chosen for it. */
export function disconnect(services: Services, id: string): PanelAnswers['disconnect'] {
  connectionNamed(id).disconnect(services);
  return listConnections(services);
}

/** Throws a `Problem` where there is none of that name. */
export function connectionNamed(id: string): Connection {
  const found = CONNECTIONS.find((connection) => connection.id === id);
  if (found !== undefined) return found;
  throw new Problem({
    code: 'connection-unknown',
    value: id,
    sentence: `There is no connection named ${cut(id)}.`,
    remedy: 'Close the sidebar, open it again, and try once more.',
  });
}

function cardOf(services: Services, connection: Connection): ConnectionCard {
  const { id, title, about, look, run } = connection;
  return { id, title, about, canRun: run !== undefined, ...look(services) };
}
