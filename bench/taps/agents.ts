import type { Chance } from '../../demo/random';
import { oneOf } from './draw';

/** What browsers call themselves. Many people share a name, and scanners borrow such names. */

const chromeOnWindows = (version: number): string =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const chromeOnMac = (version: number): string =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const edge = (version: number): string => `${chromeOnWindows(version)} Edg/${version}.0.0.0`;
const safari = (version: string): string =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Safari/605.1.15`;
const iphone = (system: string, version: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`;
const android = (version: number): string =>
  `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`;

/** With their shares, roughly as browsers are spread. */
const DESKTOPS = [
  [chromeOnWindows(142), 0.34],
  [chromeOnWindows(141), 0.1],
  [edge(142), 0.16],
  [chromeOnMac(142), 0.14],
  [safari('26.1'), 0.12],
  [safari('18.6'), 0.06],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 0.08],
] as const;

const PHONES = [
  [iphone('18_7', '26.1'), 0.35],
  [iphone('18_6', '18.6'), 0.2],
  [android(142), 0.35],
  [android(141), 0.1],
] as const;

/** What scanners call themselves: mostly browsers some versions old, some the newest, few a phone's. */
const SCANNERS = [
  [chromeOnWindows(120), 0.2],
  [chromeOnWindows(131), 0.2],
  [chromeOnMac(126), 0.15],
  [edge(124), 0.1],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0', 0.07],
  [chromeOnWindows(142), 0.15],
  [chromeOnMac(142), 0.06],
  [iphone('18_7', '26.1'), 0.04],
  [android(142), 0.03],
] as const;

/** Programs that show a link's preview in a chat; most say what they are. */
const PREVIEWS = [
  ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 0.25],
  ['WhatsApp/2.23.20.0', 0.25],
  ['TelegramBot (like TwitterBot)', 0.1],
  [
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    0.2,
  ],
  [chromeOnMac(142), 0.2],
] as const;

export const desktop = (draw: Chance): string => oneOf(draw, DESKTOPS);
export const phone = (draw: Chance): string => oneOf(draw, PHONES);
export const scannerAgent = (draw: Chance): string => oneOf(draw, SCANNERS);
export const previewAgent = (draw: Chance): string => oneOf(draw, PREVIEWS);
