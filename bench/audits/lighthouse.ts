import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import type { Verdict } from '../../src/core/site/audit';

/** Lighthouse with a Chrome of its own. */
export interface Oracle {
  /** The verdicts of the SEO category by audit; undefined where Lighthouse could not judge. */
  judge: (url: string) => Promise<Record<string, Verdict | undefined>>;
  version: string;
  stop: () => void;
}

export async function startOracle(chromePath: string): Promise<Oracle> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  let version = '';
  return {
    get version() {
      return version;
    },
    judge: async (url) => {
      const result = await lighthouse(url, {
        port: chrome.port,
        logLevel: 'silent',
        onlyCategories: ['seo'],
        // An error page is judged like any other.
        ignoreStatusCode: true,
        disableFullPageScreenshot: true,
        skipAboutBlank: true,
        pauseAfterFcpMs: 0,
        pauseAfterLoadMs: 0,
        networkQuietThresholdMs: 0,
        cpuQuietThresholdMs: 0,
      });
      if (result === undefined) return {};
      version = result.lhr.lighthouseVersion;
      const { audits, categories } = result.lhr;
      const ids = (categories.seo?.auditRefs ?? [])
        .map(({ id }) => id)
        .filter((id) => audits[id]?.scoreDisplayMode !== 'manual');
      return Object.fromEntries(ids.map((id) => [id, verdictOf(result.lhr.audits[id])]));
    },
    stop: () => {
      chrome.kill();
    },
  };
}

function verdictOf(
  audit: { score: number | null; scoreDisplayMode: string } | undefined,
): Verdict | undefined {
  if (audit?.scoreDisplayMode === 'notApplicable') return 'na';
  if (audit?.scoreDisplayMode !== 'binary' || audit.score === null) return undefined;
  return audit.score === 1 ? 'pass' : 'fail';
}
