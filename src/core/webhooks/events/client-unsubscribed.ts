import { addressMark } from '../../clients/unsubscribed';
import { aboutClient, type EventKind } from '../event';

export const clientUnsubscribed: EventKind = {
  type: 'client.unsubscribed',
  about: 'A client unsubscribed, by whichever way.',
  needs: ['unsubscribed', 'clients'],
  find: (scene) => {
    const byMark = new Map(scene.records.clients.map((row) => [addressMark(row), row.id]));
    return scene.records.unsubscribed.flatMap(({ mark, at }) => {
      if (at === null) return [];
      const clientId = byMark.get(mark) ?? mark;
      return [{ parts: [mark], at, clientId, data: aboutClient(scene, clientId) }];
    });
  },
};
