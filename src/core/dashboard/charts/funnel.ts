import { many } from '../../words/count';
import { describeView } from '../view';
import { type Chart, DEEP, label, nothing } from './chart';

/** Letters at each step, so that every bar is a part of the one above it. */
export const funnel: Chart = {
  id: 'funnel',
  title: 'From letter to sale',
  type: 'bar',
  draw: ({ funnel: of, view, rollup }) => {
    if (of.letters === 0) {
      const isNew = [...rollup.byClient.values()].every(({ letters }) => letters === 0);
      return nothing(
        isNew
          ? 'No letter was sent yet. Write the first: Perennial → Write letters now.'
          : `${describeView(view)}: no letter. Choose another period, or other clients.`,
      );
    }
    const steps: [string, number][] = [
      ['Sent', of.letters],
      ['Recommending', of.recommending],
      ['Page seen', of.seen],
      ['Went on', of.followed],
      ['Bought', of.selling],
    ];
    return {
      rows: [['', 'Letters'], ...steps.map(([step, count]) => [label(step, count), count])],
      colours: [DEEP],
      note: `${describeView(view)} · ${many(of.letters, 'letter')} · people only, no robots and mail scanners`,
    };
  },
};
