import * as v from 'valibot';
import { cut, Problem } from '../core/problem';
import { capital } from '../core/words/capital';
import { assertNotPaused, type JobResult, noted, runNow } from '../jobs/job';
import { assertOwner } from '../jobs/owner';
import { takeMailedReports } from '../jobs/mailed';
import { refresh } from '../jobs/refresh';
import { type Job, JOBS } from '../jobs/schedule';
import { setUp } from '../jobs/set-up';
import { takeStep, undoPause } from '../jobs/steps';
import { clearTaste } from '../jobs/taste';
import type { Services } from '../services';
import { listClaims, setClaim } from './claims';
import { importClients, listClients, setConsent, withoutConsent } from './clients';
import { connectionNamed, disconnect, listConnections, testConnection } from './connections';
import { connectLine } from './connections/line';
import { exportClient, forgetClient } from './held';
import { home } from './home';
import { addHook, listHooks, removeHook } from './hooks';
import {
  approve,
  queue,
  rewrite,
  saveLetter,
  sendTest,
  skip,
  takeBack,
  viewLetter,
} from './letters';
import {
  connectList,
  listColumns,
  listDifferences,
  listPlaces,
  previewList,
  settleDifference,
} from './lists';
import { openReport, setAside, waitingReports } from './mailed';
import { addCommission, reverseCommission } from './money';
import { askAllSoon, connectNetwork, disconnectNetwork, listNetworks } from './networks';
import { testWebhook } from './pings';
import { addPostback, listPostbacks } from './postbacks';
import { addWebhook, listWebhooks, removeWebhook, rotateWebhook } from './webhooks';
import { whyIsThisMine } from './why-mine';
import { listProducts, recognise, saveProduct } from './products';
import {
  FIELD_TITLES,
  type JobReport,
  type PanelAnswers,
  type PanelRequest,
  PanelRequestSchema,
} from './protocol';
import { importReport } from './reports';
import { taste } from './taste';
import { gateHealth, pair, saveSettings, setSecret } from './settings';

/** Answers the sidebar. The request is checked first; what is wrong with it is said as a `Problem`. */
export function panel(services: Services, said: unknown): PanelAnswers[keyof PanelAnswers] {
  const request = check(said);
  if (request.do === 'home') return home(services);
  if (request.do === 'setUp') return report(runNow('set up', services, () => setUp(services)));
  assertOwner(services);
  return answer(services, request);
}

/**
 * Runs one of the jobs because a person asked for it now. What it did shows on the dashboard at
 * once, as after a beat.
 */
export function runJob(services: Services, job: Job): JobReport {
  assertOwner(services);
  if (job === JOBS.refresh) {
    const { problem } = runNow(job.name, services, () => refresh(services));
    return report({ done: 'the dashboard shows everything as it is now', problem });
  }
  assertNotPaused(services.sheets.settings().settings);
  return report(
    // Even where nothing was left to do: the run before may have died before the dashboard.
    runNow(job.name, services, (deadline) => shown(services, job.run(services, deadline))),
  );
}

/** Lets a connection do its work now, for a person who waits. */
function runConnection(services: Services, id: string): JobReport {
  const { run, title } = connectionNamed(id);
  assertNotPaused(services.sheets.settings().settings);
  if (run === undefined) throw nothingToRun(title);
  return report(
    runNow(run.job, services, (deadline) => shown(services, run.work(services, deadline))),
  );
}

function nothingToRun(title: string): Problem {
  return new Problem({
    code: 'connection-idle',
    value: title,
    sentence: `${title} does nothing by itself.`,
    remedy: 'Nothing is needed.',
  });
}

/** Refreshes after a job; what is wrong with that does not hide what the job did. */
function shown(services: Services, result: JobResult): JobResult {
  try {
    noted(JOBS.refresh.name, services, () => refresh(services));
    return result;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const problem = [result.problem, error.message].filter(Boolean).join(' ');
    return { ...result, problem };
  }
}

type Asked = Exclude<PanelRequest, { do: 'home' | 'setUp' }>;

function answer(services: Services, request: Asked): PanelAnswers[keyof PanelAnswers] {
  switch (request.do) {
    case 'saveSettings':
      return saveSettings(services, request.settings);
    case 'setSecret':
      return setSecret(services, request.name, request.value);
    case 'pair':
      return pair(services, request.address);
    case 'health':
      return gateHealth(services);
    case 'importClients':
      return importClients(services, request);
    case 'clients':
      return listClients(services);
    case 'exportClient':
      return exportClient(services, request.client);
    case 'forgetClient':
      return forgetClient(services, request.client);
    case 'withoutConsent':
      return withoutConsent(services);
    case 'setConsent':
      return setConsent(services, request);
    case 'products':
      return listProducts(services);
    case 'recognise':
      return recognise(request.destination);
    case 'postbacks':
      return listPostbacks(services);
    case 'addPostback':
      return addPostback(services, request.network);
    case 'networks':
      return listNetworks(services);
    case 'connectNetwork':
      return connectNetwork(services, request.network, request.keys);
    case 'disconnectNetwork':
      return disconnectNetwork(services, request.network);
    case 'pullNow':
      askAllSoon(services);
      return runJob(services, JOBS.pull);
    case 'claims':
      return listClaims(services);
    case 'setClaim':
      return setClaim(services, request.claim, request.state);
    case 'saveProduct':
      return saveProduct(services, request.product);
    case 'queue':
      return queue(services);
    case 'letter':
      return viewLetter(services, request.letter);
    case 'saveLetter':
      return saveLetter(services, request);
    case 'approve':
      return approve(services, request.letters);
    case 'takeBack':
      return takeBack(services, request.letters);
    case 'skip':
      return skip(services, request.letters, request.why);
    case 'rewrite':
      return rewrite(services, request.letters);
    case 'sendTest':
      return sendTest(services, request.letter);
    case 'importReport':
      return importReport(services, request);
    case 'waitingReports':
      return waitingReports(services);
    case 'openReport':
      return openReport(services, request.report);
    case 'setReportAside':
      return setAside(services, request.report);
    case 'lookForReports':
      return runJob(services, { ...JOBS.mailed, run: takeMailedReports });
    case 'addCommission':
      return addCommission(services, request.commission);
    case 'whyMine':
      return whyIsThisMine(services, request.number);
    case 'reverseCommission':
      return reverseCommission(services, request.id);
    case 'connections':
      return listConnections(services);
    case 'connectLine':
      return connectLine(services, request.token);
    case 'testConnection':
      return testConnection(services, request.id);
    case 'runConnection':
      return runConnection(services, request.id);
    case 'disconnect':
      return disconnect(services, request.id);
    case 'webhooks':
      return listWebhooks(services);
    case 'addWebhook':
      return addWebhook(services, request);
    case 'rotateWebhook':
      return rotateWebhook(services, request.webhook);
    case 'testWebhook':
      return testWebhook(services, request.webhook);
    case 'removeWebhook':
      return removeWebhook(services, request.webhook);
    case 'hooks':
      return listHooks(services);
    case 'addHook':
      return addHook(services, request.sender);
    case 'removeHook':
      return removeHook(services, request.sender);
    case 'listPlaces':
      return listPlaces(services, request);
    case 'listColumns':
      return listColumns(services, request);
    case 'previewList':
      return previewList(services, request);
    case 'connectList':
      return connectList(services, request);
    case 'differences':
      return listDifferences(services, request);
    case 'settleDifference':
      return settleDifference(services, request);
    case 'takeStep':
      return { done: takeStep(services, request.step) };
    case 'undoPause':
      return { done: undoPause(services, request.step) };
    case 'taste':
      return taste(services);
    case 'clearTaste':
      clearTaste(services);
      return taste(services);
    case 'writeNow':
      return runJob(services, JOBS.write);
    case 'sendNow':
      return runJob(services, JOBS.send);
    case 'collectNow':
      return runJob(services, JOBS.collect);
    case 'refreshNow':
      return runJob(services, JOBS.refresh);
  }
}

function check(said: unknown): PanelRequest {
  const parsed = v.safeParse(PanelRequestSchema, said);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'do';
  const title = FIELD_TITLES[where];
  const place = { column: title ?? where, value: cut(String(issue.input)) };
  throw title === undefined
    ? new Problem({
        ...place,
        code: 'request-unknown',
        sentence: `The sidebar asked for something that Perennial cannot do (at “${where}”).`,
        remedy: 'Close the sidebar, open it again, and try once more.',
      })
    : new Problem({
        ...place,
        code: 'field-wrong',
        sentence: `${title}: ${issue.message}`,
        remedy: 'Nothing was saved.',
      });
}

function report({ done, problem = '' }: { done: string; problem?: string | undefined }): JobReport {
  return { done: capital(done === '' ? 'nothing to do' : done), problem };
}
