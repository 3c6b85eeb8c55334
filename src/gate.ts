import { answerGet, answerPost, apologise } from './gate/answers';
import { answering, gateServices, requestOf } from './google/web';

/** Every global of the gate: strangers may call both, and nothing else. */
declare const global: Record<string, (...args: never[]) => unknown>;

global.doGet = (event: GoogleAppsScript.Events.DoGet) =>
  answering(() => answerGet(gateServices, requestOf(event)), apologise);
global.doPost = (event: GoogleAppsScript.Events.DoPost) =>
  answering(() => answerPost(gateServices, requestOf(event)), apologise);
