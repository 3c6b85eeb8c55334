import { app } from './app';

/** Every global of the sheet project, and nothing else. */
declare const global: Record<string, (...args: never[]) => unknown>;

/** Adds the menu; runs as a simple trigger, with next to no permission. */
global.onOpen = app.opened;
/** Makes the workbook and its trigger, or mends them. */
global.setUp = app.setUp;
/** Runs every ten minutes, and notes a person's edits. */
global.beat = app.beat;
global.openSidebar = app.openSidebar;
global.writeLettersNow = app.writeLetters;
global.sendApprovedNow = app.sendApproved;
global.collectNow = app.collect;
global.refreshDashboard = app.refresh;
/** Answers the sidebar. */
global.panel = app.panel;
