import fs from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser of this machine, or the one that Playwright has installed. */
export function openBrowser(): Promise<Browser> {
  const found = usualPlaces.find((file) => fs.existsSync(file));
  return chromium.launch({
    ...(found === undefined ? {} : { executablePath: found }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
