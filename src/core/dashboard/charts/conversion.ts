import type { Chart } from './chart';
import { soldBy } from './sold-by';

/** How often recommending sells to each of the clients that a kind tells apart. */
export const conversion: Chart = {
  id: 'conversion',
  title: 'Sales per 100 recommendations',
  ...soldBy(
    ({ kind }) => kind,
    ', or no client has that cell filled in. Fill it in on the Clients tab, or choose another kind above.',
  ),
};
