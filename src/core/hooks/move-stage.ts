import { readCell } from '../clients/cells';
import { clientMeant, type Deed, required } from './deed';

/** Sets a client's Stage. */
export const moveStage: Deed = (message, desk, plan) => {
  const { id, stage: from } = clientMeant(message, desk);
  const to = readCell('stage', required(message, 'stage'), desk.context);
  if (to !== '' && to !== from) plan.moved.push({ id, from, to });
};
