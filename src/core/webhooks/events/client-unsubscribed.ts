import { addressMark } from '../../clients/unsubscribed';
import { aboutClient, type EventKind } from '../event';

export const clientUnsubscribed: EventKind = {
  type: 'client.unsubscribed',
  about: 'A client unsubscribed, by whichever way.',
  needs: ['unsubscribed', 'clients'],
  find: (scene) => {
    const ended = scene.records.unsubscribed.filter(({ at }) => scene.isNews(at));
    // Marks are dear to make.
    if (ended.length === 0) return [];
    const byMark = new Map(scene.records.clients.map((row) => [addressMark(row), row.id]));
    return ended.flatMap(({ mark, at }) => {
      if (at === null) return [];
      const clientId = byMark.get(mark) ?? mark;
      return [{ parts: [mark], at, clientId, data: aboutClient(scene, clientId) }];
    });
  },
};
