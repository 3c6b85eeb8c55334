import type { LetterFacts } from '../facts';
import { type Draft } from '../draft';
import { productMark } from '../prompt';
import { check, textOf } from './check';
import { idea, saying } from './phrase';

/** A price: a currency beside a number. */
const PRICE =
  /(?:US\$|NT\$|HK\$|[$€£¥₩₹])\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|£|¥|\$|(?:USD|EUR|TWD|NTD|JPY|GBP|CHF|dollars?|euros?|pounds?|yen|francs?|cents?|franken)(?!\p{L})|美元|歐元|日圓|[台臺]幣|[元円圓塊])/iu;
const CURRENCY =
  /[$€£¥₩₹元円圓塊]|USD|EUR|TWD|NTD|JPY|GBP|CHF|dollar|euro|pound|yen|franken|[台臺]幣/iu;

const W = String.raw;

/** What is only said where the seller says it: words of price, in the four languages. */
const BARGAINS = [
  idea(
    W`(?<!\p{L})(?:free of (?:charge|cost)|for free|(?:it is|it[’']s|is|are|completely|totally) free(?=[\s.,!?;:])|free (?:trial|plan|version|months?|year|hosting|account|gift)|at no (?:extra )?cost|costs? nothing|complimentary)`,
    W`kostenlos\p{L}*|kostenfrei\p{L}*|(?<!\p{L})gratis|geschenkt|zum nulltarif|kostet nichts`,
    W`免費|免费|不用錢|不收費|贈送|無料|タダで|プレゼント`,
  ),
  idea(
    W`(?<!\p{L})(?:discount\w*|coupons?|vouchers?|promo(?:tional)? codes?|half[- ]price|special offer|bargain\w*|cash ?back|(?:%|percent) off|on sale|reduced price)(?!\p{L})|(?<!\p{L})(?:save|sparen?)(?: sie)? (?:up to |bis zu )?\d`,
    W`rabatt\p{L}*|gutschein\p{L}*|preisnachlass\p{L}*|sonderangebot\p{L}*|sonderpreis\p{L}*|halbe[nr]? preis|schnäppchen`,
    W`折扣|優惠|优惠|打折|[0-9一二三四五六七八九]折|特價|半價|回饋金|折價|優待|買一送一|买一送一`,
    W`割引|半額|クーポン|特価|お得(?!意)|キャッシュバック`,
  ),
  idea(
    W`(?<!\p{L})(?:cheap(?:er|est)?|lowest price)(?!\p{L})|(?<!\p{L})(?:billig\p{L}*|günstiger\p{L}*|günstigste\p{L}*)|便宜|最低價|格安|最安`,
  ),
  idea(
    W`(?<!\p{L})(?:limited[- ]time|today only|only today|last chance|offer (?:ends|expires)|act now|hurry)(?!\p{L})`,
    W`nur heute|nur noch (?:heute|wenige)|letzte chance|限時|僅限今日|最後機會|期間限定|本日限り|今だけ`,
  ),
];

/** Praise that nobody can check; looked for only where a product is spoken of. */
const PRAISE = [
  idea(
    W`(?<!\p{L})(?:the (?:very )?best|best[- ](?:selling|rated|in class)|(?:no\. ?|number |# ?)(?:1|one)(?!\p{L})|unbeatable|unmatched|unrivall?ed|world[- ]class|perfect)(?!\p{L})`,
    W`(?<!\p{L})(?:(?:der|die|das|den|dem) (?:aller)?beste\p{L}*|beste wahl|unschlagbar\p{L}*|unübertroffen\p{L}*|perfekt\p{L}*|nummer (?:1|eins))`,
    W`最好的|最佳|最強|第一名|冠軍|完美|獨一無二|最高の|最強|ナンバーワン|日本一|完璧|圧倒的|一番(?:良|よい|優|人気)`,
  ),
  idea(
    W`(?<!\p{L})(?:market[- ]lead\w*|leading|industry leader|award[- ]winning|most popular)(?!\p{L})|führend\p{L}*|marktführer\p{L}*|preisgekrönt\p{L}*|beliebteste\p{L}*`,
    W`業界第一|領先|得獎|最受歡迎|業界一|業界最|受賞|シェア(?:1|一)位`,
  ),
  idea(W`(?<!\p{L})(?:the )?fastest(?!\p{L})|schnellste\p{L}*|最快|最速`),
  idea(
    W`(?<!\p{L})(?:the only (?:tool|service|app|provider|solution)|unique)(?!\p{L})|einzigartig\p{L}*`,
    W`唯一(?:能|可以|的(?:工具|服務))|唯一の(?:ツール|サービス)`,
  ),
];

/** That the freelancer knows a product from use is never in the facts. */
const USED = [
  idea(
    W`(?<!\p{L})(?:I|we)(?:[’']ve| have)? (?:personally |also |always )?(?:use it|used it|tried it|tested it|use this|swear by)`,
    W`(?<!\p{L})(?:ich|wir) (?:selbst )?(?:nutze|nutzen|benutze|verwende|verwenden) (?:es|ihn|sie|das) (?:selbst|auch)`,
    W`我(?:自己|本人)?(?:也|都)?(?:一直)?(?:在用|用過|使用過|有在用)|私(?:自身)?(?:も|は)(?:実際に)?(?:使って|利用して|愛用)`,
  ),
];

/** Of a product only what its Facts say: no price, discount or praise beyond them, and no use of it. */
export const products = check({
  title: 'products',
  failures: (draft, facts) => {
    const said = facts.products.map(({ name, facts: told }) => `${name} ${told}`).join('\n');
    const text = textOf(draft);
    const about = aboutProducts(draft, facts);
    return [
      ...prices(text, said),
      ...saying(BARGAINS, text, said).map(
        (words) => `“${words}” is said of no product in the facts.`,
      ),
      ...saying(PRAISE, about, said).map(
        (words) => `“${words}” praises beyond what the product’s facts say.`,
      ),
      ...saying(USED, about, said).map((words) => `“${words}” claims to have used a product.`),
    ];
  },
});

/** The words in a text that offer something for little or nothing. */
export function bargainsIn(text: string): string[] {
  return [...saying(BARGAINS, text, ''), ...prices(text, '')];
}

function prices(text: string, said: string): string[] {
  const plain = text.normalize('NFKC');
  const known = new Set(CURRENCY.test(said) ? digitsIn(said.normalize('NFKC')) : []);
  return (plain.match(new RegExp(PRICE, 'giu')) ?? [])
    .filter((price) => !digitsIn(price).every((digits) => known.has(digits)))
    .map((price) => `“${price.trim()}” is a price that stands in no product’s facts.`);
}

function digitsIn(text: string): string[] {
  return (text.match(/\d[\d.,]*\d|\d/g) ?? []).map((number) =>
    number.replace(/[.,](?=\d{3})/g, ''),
  );
}

/** Sentences that name a product, and the paragraph before each product's place. */
function aboutProducts({ body }: Draft, facts: LetterFacts): string {
  const marks = facts.products.map(({ place }) => productMark(place));
  // Names of one or two letters stand in other words.
  const names = facts.products
    .map(({ name }) => name.toLowerCase())
    .filter((name) => name.length > 2);
  const paragraphs = body.split(/\n\s*\n/);
  const leads = paragraphs.filter((_, i) => marks.includes((paragraphs[i + 1] ?? '').trim()));
  const sentences = body
    .split(/(?<=[.!?]\s|[。！？])|\n/)
    .filter((sentence) => names.some((name) => sentence.toLowerCase().includes(name)));
  const spoken = [...leads, ...sentences].join('\n');
  return facts.products.reduce((rest, { name }) => rest.split(name || '\n').join('\n'), spoken);
}
