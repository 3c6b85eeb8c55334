import type { Chance, Clock, Progress, ProgressBoard, Screen, Triggers } from '../services';
import { spreadsheet } from './tabs';

export const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => {
    Utilities.sleep(ms);
  },
};

export const chance: Chance = {
  secret: () => (Utilities.getUuid() + Utilities.getUuid()).replace(/-/g, ''),
};

const BOARD = 'progress';
const REMEMBERED_SECONDS = 300;

export const progress: ProgressBoard = {
  show: (shown) => {
    const cache = CacheService.getScriptCache();
    if (shown === undefined) cache.remove(BOARD);
    else cache.put(BOARD, JSON.stringify(shown), REMEMBERED_SECONDS);
  },
  read: () => {
    const shown = CacheService.getScriptCache().get(BOARD);
    return shown === null ? undefined : (JSON.parse(shown) as Progress);
  },
};

const BEAT = 'beat';
const BEAT_MINUTES = 10;

export const triggers: Triggers = {
  ensure: () => {
    const kinds = ScriptApp.getProjectTriggers()
      .filter((trigger) => trigger.getHandlerFunction() === BEAT)
      .map((trigger) => String(trigger.getEventType()));
    if (!kinds.includes('CLOCK')) {
      ScriptApp.newTrigger(BEAT).timeBased().everyMinutes(BEAT_MINUTES).create();
    }
    // A person's edit only leaves a note for the next beat, which else need not read the sheet.
    if (!kinds.includes('ON_EDIT')) {
      ScriptApp.newTrigger(BEAT).forSpreadsheet(spreadsheet()).onEdit().create();
    }
  },
};

export const screen: Screen = {
  addMenu: () => {
    SpreadsheetApp.getUi()
      .createMenu('Perennial')
      .addItem('Open Perennial', 'openSidebar')
      .addSeparator()
      .addItem('Write letters now', 'writeLettersNow')
      .addItem('Send approved now', 'sendApprovedNow')
      .addItem('Collect taps now', 'collectNow')
      .addItem('Refresh the dashboard', 'refreshDashboard')
      .addSeparator()
      .addItem('Set up', 'setUp')
      .addToUi();
  },
  openSidebar: () => {
    const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Perennial');
    SpreadsheetApp.getUi().showSidebar(page);
  },
  toast: (text) => {
    spreadsheet().toast(text, 'Perennial', 8);
  },
};
