import type { Chart } from './chart';
import { soldBy } from './sold-by';

/** How often recommending sells by the way that the letter took. */
export const channels: Chart = {
  id: 'channels',
  title: 'Sales per 100, by channel',
  ...soldBy(() => 'channel', '.'),
};
