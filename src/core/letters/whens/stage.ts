import { hasGoneBack, mayBeWrittenTo, type Stage } from '../../clients/stage';
import { cut } from '../../problem';
import { STAGES } from '../../workbook';
import { daysAfter, ENDS, followUp, type When } from './when';

/**
 * A client reaches a stage. The period is the day on which that was first seen, and stays so however
 * often the cell is toggled: only half a year later it can be reached anew.
 */
export const stage: When = {
  id: 'stage',
  detail: 'The stage, such as Delivered.',
  waitDays: { least: 0, most: 365 },
  urgency: 'follow-up',
  says: ({ detail, waitDays }) => daysAfter(waitDays, `a client reaches ${stageIn(detail) ?? ''}`),
  check: ({ detail }, _, name) => {
    const found = stageIn(detail);
    if (found !== undefined && mayBeWrittenTo(found)) return undefined;
    const remedy = `Write one of: ${STAGES.filter(mayBeWrittenTo).join(', ')}.`;
    if (found !== undefined) {
      return {
        column: 'Detail',
        sentence: `The occasion “${name}” waits for ${found}, and such clients get no letters.`,
        remedy,
      };
    }
    return {
      column: 'Detail',
      sentence:
        detail.trim() === ''
          ? `The occasion “${name}” does not say which stage it waits for.`
          : `The occasion “${name}” waits for the stage “${cut(detail)}”, which there is not.`,
      remedy,
    };
  },
  plan: (occasion) => {
    const wanted = stageIn(occasion.detail);
    return ({ client, reached }) =>
      reached
        .filter(({ stage: one, before }) => one === wanted && !before && !hasGoneBack(client, one))
        .map(({ day }) => followUp(occasion, day, day, { since: day, at: ENDS }));
  },
  gone: 'The client went back to an earlier stage.',
};

function stageIn(detail: string): Stage | undefined {
  return STAGES.find((known) => known.toLowerCase() === detail.trim().toLowerCase());
}
