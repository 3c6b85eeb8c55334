import { aboutClient, aboutLetter, aboutProduct, type EventKind } from '../event';

export const linkTapped: EventKind = {
  type: 'link.tapped',
  about: 'A client went on to a product. Visits that look like a machine’s are not told.',
  needs: ['clicks', 'letters', 'clients', 'occasions', 'products'],
  find: (scene) =>
    scene.records.clicks.flatMap(({ id, clientId, productId, letterId, counted, wentOn, at }) => {
      const when = wentOn ?? at;
      if (!counted || !scene.isNews(when)) return [];
      const data = {
        click_id: id,
        ...aboutProduct(scene, productId),
        ...aboutLetter(scene, letterId),
        ...aboutClient(scene, clientId),
      };
      return [{ parts: [id], at: when, clientId, data }];
    }),
};
