import { answerGet, answerPost } from './gate/answers';
import { gateServices, outputOf, requestOf } from './google/web';

/** Every global of the gate: strangers may call both, and nothing else. */
declare const global: Record<string, (...args: never[]) => unknown>;

global.doGet = (event: GoogleAppsScript.Events.DoGet) =>
  outputOf(answerGet(gateServices, requestOf(event)));
global.doPost = (event: GoogleAppsScript.Events.DoPost) =>
  outputOf(answerPost(gateServices, requestOf(event)));
