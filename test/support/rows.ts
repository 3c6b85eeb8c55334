import { blankRow } from '../../src/core/schema/table';
import {
  type Client,
  type Click,
  clicks,
  clients,
  type Commission,
  commissions,
  type Letter,
  letters,
  type Link,
  links,
  type Occasion,
  occasions,
  type Product,
  products,
  type Rate,
  rates,
  outbox,
  type OutboxRow,
  type Webhook,
  webhooks,
} from '../../src/core/workbook';

/** Tiny rows for tests: valid, and as short as can be. */

export const NOW = Date.parse('2026-11-21T04:00:00Z');
export const TODAY = '2026-11-21';
export const ZONE = 'Asia/Taipei';
export const CONTEXT = { zone: ZONE, home: 'TWD' };

/** A workbook without any client, to read a list into. */
export const NOBODY = { people: { rows: [], all: [] }, ended: new Map<string, string>() };

export function aClient(given: Partial<Client> = {}): Client {
  return {
    ...blankRow(clients),
    id: 'C-lin',
    name: 'Ms Lin',
    email: 'lin@bakery.example',
    company: 'Lin Bakery',
    website: 'bakery.example',
    industry: 'bakery',
    pastWork: ['SEO'],
    stage: 'Delivered',
    language: 'en',
    consent: 'yes',
    consentBasis: 'contract 2025',
    consentDate: '2025-03-01',
    ...given,
  };
}

export function aProduct(given: Partial<Product> = {}): Product {
  return {
    ...blankRow(products),
    id: 'P-rank',
    name: 'Rankly',
    network: 'Impact',
    category: 'search',
    page: 'https://rankly.example/',
    destination: 'https://rankly.sjv.io/c/11/22/33',
    pays: 'yearly',
    amount: 3000,
    currency: 'TWD',
    goodFor: ['SEO'],
    facts: 'Rankly watches search positions.',
    active: true,
    ...given,
  };
}

export function anOccasion(given: Partial<Occasion> = {}): Occasion {
  return {
    ...blankRow(occasions),
    id: 'quarterly-report',
    title: 'Quarterly report',
    when: 'quarterly',
    channel: 'email',
    siteReport: true,
    products: 2,
    brief: 'Say how the site did.',
    approval: 'ask',
    active: true,
    ...given,
  };
}

export function aLetter(given: Partial<Letter> = {}): Letter {
  return {
    ...blankRow(letters),
    id: 'L-one',
    clientId: 'C-lin',
    occasionId: 'quarterly-report',
    period: '2026-Q4',
    channel: 'email',
    status: 'drafted',
    subject: 'Your site',
    body: 'Hello Ms Lin,\n\nall is well.\n\n[[product A]]\n\nMira',
    products: ['P-rank'],
    writer: 'plain',
    created: NOW,
    ...given,
  };
}

export function aLink(given: Partial<Link> = {}): Link {
  return {
    ...blankRow(links),
    code: 'abcdefgh',
    clientId: 'C-lin',
    productId: 'P-rank',
    letterId: 'L-one',
    channel: 'email',
    created: NOW,
    ...given,
  };
}

export function aClick(given: Partial<Click> = {}): Click {
  return {
    ...blankRow(clicks),
    id: 'abcdefgh-vvvvv',
    at: NOW,
    code: 'abcdefgh',
    visit: 'vvvvv',
    clientId: 'C-lin',
    productId: 'P-rank',
    letterId: 'L-one',
    level: 'tapped',
    counted: true,
    ...given,
  };
}

export function aCommission(given: Partial<Commission> = {}): Commission {
  return {
    ...blankRow(commissions),
    id: 'M-one',
    network: 'Impact',
    externalId: '1000.1',
    at: NOW,
    subId: 'abcdefghvvvvv',
    status: 'paid',
    commission: { minor: 10_000, currency: 'TWD' },
    currency: 'TWD',
    homeAmount: { minor: 10_000, currency: 'TWD' },
    ...given,
  };
}

export function aWebhook(given: Partial<Webhook> = {}): Webhook {
  return {
    ...blankRow(webhooks),
    id: 'W-one',
    address: 'https://hooks.example/abc',
    since: NOW,
    ...given,
  };
}

export function anOutboxRow(given: Partial<OutboxRow> = {}): OutboxRow {
  return { ...blankRow(outbox), id: 'D-one', webhookId: 'W-one', eventId: 'E-one', ...given };
}

/** A way to a product for everybody, and nothing that changes where it leads. */
export const WAY = {
  productId: 'P-rank',
  occasionId: 'quarterly-report',
  channel: 'email' as const,
  clientId: '',
};
export const NO_DESTINATIONS = { utm: '', own: new Map() };

export function aRate(given: Partial<Rate> = {}): Rate {
  return { ...blankRow(rates), currency: 'USD', rate: 30, asOf: '2026-11-20', ...given };
}
