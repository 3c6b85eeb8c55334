import { aboutClient, aboutLetter, type EventKind } from '../event';

export const letterSent: EventKind = {
  type: 'letter.sent',
  about: 'A letter left.',
  needs: ['letters', 'clients', 'occasions', 'products'],
  find: (scene) =>
    scene.records.letters.flatMap(({ id, clientId, channel, products, sent }) => {
      if (!scene.isNews(sent)) return [];
      const names = products.map((product) => scene.product(product)?.name ?? product);
      const data = {
        ...aboutLetter(scene, id),
        channel,
        products: names.join(', '),
        ...aboutClient(scene, clientId),
      };
      return [{ parts: [id], at: sent, clientId, data }];
    }),
};
