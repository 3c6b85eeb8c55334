/** The people, products and pages of the stories. */

export const SENDER = {
  senderName: 'Mira Chen',
  replyTo: 'mira@studio.example',
  postalAddress: '1 Any Street, Taipei',
  homeCurrency: 'TWD',
};

/** What the freelancer's list holds; the last row cannot be taken. */
export const CLIENTS_CSV = `Name,Email,Company,Website,Industry,Past work,Language,Consent,Consent basis,Consent date,Notes
Ms Lin,lin@bakery.example,Lin Bakery,bakery.example,bakery,SEO,en,yes,contract 2025,2025-03-01,
王小姐,wang@tea.example,王記茶行,tea.example,tea,"SEO, shop",zh-TW,yes,合約第八條,2025-04-01,"=HYPERLINK(""x"")"
Herr Vogt,vogt@law.example,007,law.example,law,web design,de,service only,,,+886 2 1234
Ms Okada,okada@yoga.example,Yoga 1/2,,yoga,SEO,ja,,,,'quoted
Nobody,nowhere,,,,,,,,,`;

export const PAGES = {
  'bakery.example': `<!doctype html><html lang="en"><head><title>Lin Bakery</title></head><body>
    <h1>Bread</h1><img src="a.jpg"><img src="b.jpg" alt="Cake"><img src="c.jpg">
    <p>Fresh bread and cake every day from seven in the morning, and coffee all day.</p></body></html>`,
  'tea.example': `<!doctype html><html lang="zh-TW"><head><title>王記茶行</title>
    <meta name="description" content="來自山上的好茶"><link rel="canonical" href="https://tea.example/"></head>
    <body><h1>好茶</h1><p>我們的茶葉來自高山，每天新鮮烘焙，歡迎來店裡品嚐，也可以在線上訂購。每季都有新的茶款推出，老客戶享有試飲。</p></body></html>`,
  'law.example': `<!doctype html><html><head></head><body><p>Wir beraten seit Jahren kleine Betriebe in allen Fragen des Rechts.</p></body></html>`,
};

export const PRODUCTS = [
  {
    name: 'Rankly',
    network: 'Impact',
    category: 'search',
    page: 'https://rankly.example/',
    destination: 'https://rankly.sjv.io/c/11/22/33',
    pays: 'yearly',
    amount: '100',
    currency: 'USD',
    goodFor: 'SEO',
    facts: 'Rankly watches how a site stands in search results and writes when something changes.',
  },
  {
    name: 'Hosty',
    network: 'Impact',
    category: 'hosting',
    page: 'https://hosty.example/',
    destination: 'https://hosty.pxf.io/c/44/55/66?u=https%3A%2F%2Fhosty.example%2Fstart',
    pays: 'monthly',
    amount: '5',
    currency: 'USD',
    goodFor: '',
    facts: 'Hosty keeps a site backed up every night.',
  },
] as const;

/** A person's browser. */
export const PERSON =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';
