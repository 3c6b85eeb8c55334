import { aboutClient, type EventKind } from '../event';

export const clientStageChanged: EventKind = {
  type: 'client.stage_changed',
  about: 'A client’s Stage became another. The one that a new client comes with is not told.',
  needs: ['stages', 'clients'],
  find: (scene) =>
    scene.records.stages.flatMap(({ clientId, stage, former, moved }) => {
      if (!scene.isNews(moved)) return [];
      const data = { stage, former_stage: former, ...aboutClient(scene, clientId) };
      return [{ parts: [clientId, String(moved)], at: moved, clientId, data }];
    }),
};
