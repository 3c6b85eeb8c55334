import { boot } from '../bridge';
import type { Thing } from '../facade';
import { Browser } from './browser';
import { CacheService } from './cache';
import { Charts } from './charts';
import { ContentService } from './content';
import { GmailApp } from './gmail/app';
import { HtmlService } from './html';
import { LockService } from './lock';
import { Logger } from './logger';
import { MailApp } from './mail-app';
import { Properties, PropertiesService } from './properties';
import { ScriptApp } from './script';
import { Session } from './session';
import { SpreadsheetApp } from './spreadsheet/app';
import { UrlFetchApp } from './url-fetch';
import { Utilities } from './utilities';

/** The services that are built, by the name of their global. */
export const services: Record<string, () => Thing> = {
  Browser: () => new Browser(),
  CacheService: () => new CacheService(boot().bound),
  Charts: () => new Charts(),
  ContentService: () => new ContentService(),
  GmailApp: () => new GmailApp(),
  HtmlService: () => new HtmlService(),
  LockService: () => new LockService(boot().bound),
  Logger: () => new Logger(),
  MailApp: () => new MailApp(),
  PropertiesService: () => new PropertiesService(boot().bound),
  ScriptProperties: () => new Properties('script', 'Properties.ScriptProperties'),
  ScriptApp: () => new ScriptApp(),
  Session: () => new Session(),
  SpreadsheetApp: () => new SpreadsheetApp(),
  UrlFetchApp: () => new UrlFetchApp(),
  UserProperties: () => new Properties('user', 'Properties.UserProperties'),
  Utilities: () => new Utilities(),
};
