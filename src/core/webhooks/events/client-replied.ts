import { aboutClient, aboutLetter, type EventKind } from '../event';

export const clientReplied: EventKind = {
  type: 'client.replied',
  about: 'A client answered a letter. The answer itself stays in your mailbox.',
  needs: ['letters', 'clients', 'occasions'],
  find: (scene) =>
    scene.records.letters.flatMap(({ id, clientId, answered }) => {
      if (!scene.isNews(answered)) return [];
      const data = { ...aboutLetter(scene, id), ...aboutClient(scene, clientId) };
      return [{ parts: [id], at: answered, clientId, data }];
    }),
};
