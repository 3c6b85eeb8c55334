import { withParameter } from '../../address';
import type { Network } from '../network';

export const awin: Network = {
  title: 'Awin',
  recognises: (destination) =>
    /^https:\/\/(www\.)?awin1\.com\/(cread|awclick)\.php\?/i.test(destination),
  mark: (destination, marker) => withParameter(destination, 'clickref', marker),
  promise: 'Each sale comes back with our mark as its clickRef, so client and letter are known.',
  source: 'wiki.awin.com/index.php/Publisher_Click_Ref',
  checked: '2026-11-21',
};
