import type { Occasion } from '../workbook';

const USUAL = {
  detail: '',
  waitDays: 0,
  goodFor: [] as string[],
  channel: 'email' as const,
  siteReport: false,
  products: 0,
  approval: 'ask' as const,
  active: true,
} satisfies Partial<Occasion>;

/** The occasions that a workbook begins with. Each of their letters asks for approval. */
export const SHIPPED: readonly Occasion[] = [
  {
    ...USUAL,
    id: 'quarterly-report',
    title: 'Quarterly report',
    when: 'quarterly',
    siteReport: true,
    products: 2,
    brief:
      'Tell the client in plain words how their site did in our quarterly check, what matters most to mend, and mention what could help them.',
  },
  {
    ...USUAL,
    id: 'thank-you',
    title: 'Thank-you and review',
    when: 'stage',
    detail: 'Delivered',
    waitDays: 3,
    brief:
      'Our project was delivered a few days ago. Thank the client for working with me, ask how they find the result, and ask for a few honest sentences that I may show to others, simply as an answer to this letter. Offer nothing and promise nothing for it.',
  },
  {
    ...USUAL,
    id: 'first-recommendation',
    title: 'First recommendation',
    when: 'after',
    detail: 'thank-you',
    waitDays: 21,
    products: 1,
    brief:
      'Some weeks after delivery: ask whether all runs well, and mention one thing that could help this client next, with the reason why it fits them.',
  },
  {
    ...USUAL,
    id: 'tapped-not-bought',
    title: 'Tapped, not bought',
    when: 'tapped',
    waitDays: 7,
    products: 1,
    brief:
      'I recommended this product to the client lately. Offer help with the choice: say what it is good for in their case, and ask which question is still open. No pressure, and no word about visits or clicks.',
  },
  {
    ...USUAL,
    id: 'anniversary',
    title: 'Anniversary',
    when: 'yearly',
    brief:
      'Another year has passed since the client and I began to work together. Thank them warmly in a few sentences and ask what they plan next. Recommend nothing.',
  },
  {
    ...USUAL,
    id: 'win-back',
    title: 'Win-back',
    when: 'dormant',
    waitDays: 180,
    siteReport: true,
    products: 1,
    brief:
      'We have not heard from each other for half a year. Tell the client what I noticed on their site, mention what could help, and ask in one sentence whether these letters are still useful to them.',
  },
];
