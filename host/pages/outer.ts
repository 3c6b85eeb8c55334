import { relayCalls } from './relay';

/** The page around a web app's frame: it passes google.script.run on to the host. */
const address = document.currentScript?.dataset.call ?? '';
const frame = document.querySelector<HTMLIFrameElement>('#sandboxFrame');
if (frame) relayCalls(frame, address, () => undefined);
