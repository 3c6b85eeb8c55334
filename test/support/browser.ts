import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/** The Chromium that the suite found or installed, without a look at the network. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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

/** Chooses an item of the project's menu on the spreadsheet's page. */
export async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Perennial', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** The spreadsheet's page with the sidebar open beside it; `patience` in milliseconds. */
export async function openSidebar(
  browser: Browser,
  address: string,
  { height = 900, patience = 30_000 }: { height?: number; patience?: number } = {},
): Promise<{ page: Page; side: Frame }> {
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  page.setDefaultTimeout(patience);
  await page.goto(address);
  await chooseFromMenu(page, 'Open Perennial');
  return { page, side: await sidebarOf(page) };
}

/** The sidebar's own frame, once it shows something. */
export async function sidebarOf(page: Page): Promise<Frame> {
  for (;;) {
    for (const frame of page.frames()) {
      if (frame !== page.mainFrame() && (await frame.locator('#app nav').count()) > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
}
