import { check, textOf } from './check';
import { idea, saying } from './phrase';

const W = String.raw;

/** To answer, or to ask for an answer, is no promise of a result. */
const ANSWER_DE = W`(?:melden|schreiben|fragen|sagen|rufen|antworten)[^.!?\n]{0,30}`;
const NO_ANSWER_ZH = W`(?![^。！？\n]{0,8}(?:回覆|回信|協助|聯絡))`;
const NO_ANSWER_JA = W`(?![^。！？\n]{0,8}(?:返事|返信|連絡|お答え))`;

/** What nobody can hold, in the words of the four languages. */
const PROMISES = [
  idea(
    W`(?<!\p{L})(?:guarant(?:ee|eed|ees|y)|warrant(?:y|ies))(?!\p{L})|(?<!\p{L})garant(?:ie\p{L}*|ier\p{L}*)`,
    W`保證|保证|包準|保証`,
  ),
  idea(W`money[- ]back|refund\w*|geld[- ]zurück\p{L}*|rückerstatt\p{L}*|退款|退費|返金`),
  idea(
    W`(?<!\p{L})(?:I|we) promise\w*|(?:verspreche|versprechen) (?:ich|wir|ihnen)|(?<!\p{L})(?:ich|wir) verspr\p{L}*|我(?:們)?(?:承諾|答應)|約束(?:し|いた)`,
  ),
  idea(
    W`(?<!\p{L})(?:risk[- ]free|without any risk|no risk)(?!\p{L})|risikofrei\p{L}*|risikolos\p{L}*|ohne (?:jedes )?risiko|零風險|無風險|リスクなし|ノーリスク`,
  ),
  idea(
    W`(?<!\p{L})(?:will|you[’']ll) (?:definitely|certainly|surely|always|never)(?!\p{L})|(?<!\p{L})(?:ganz sicher|mit sicherheit|(?<!${ANSWER_DE})auf jeden fall|garantiert)(?!\p{L})`,
    W`必定|絕對(?:會|能|可以)|一定(?:會|能|可以)${NO_ANSWER_ZH}|必ず(?!し)${NO_ANSWER_JA}|絶対(?:に)?|確実に`,
  ),
  idea(
    W`(?<!\p{L})(?:(?:will|you[’']ll) rank\w*|rank(?:s|ing)? (?:first|# ?1|number one|at the top)|top of google|first page of google|page one of google)`,
    W`(?:auf )?(?:platz|rang) (?:1|eins)(?!\p{L})|erste[nr]? platz|排名第一|排到第一|第一名|(?:順位|検索)(?:が|で)(?:必ず)?(?:1|一)位|(?:1|一)位(?:に|を)`,
  ),
  idea(
    W`(?<!\p{L})(?:double|triple)[sd]? (?:your|the) (?:sales|traffic|income|revenue|visitors|customers)|(?<!\p{L})(?:verdoppel|verdreifach)\p{L}*|翻倍|加倍|翻兩倍|倍増`,
  ),
  idea(
    W`(?<!\p{L})(?:never again|once and for all|can(?:no|[’']?)t lose|instant results)(?!\p{L})|nie wieder|ein für alle ?mal|一勞永逸|二度と`,
  ),
];

/** The words in a text that promise something. */
export function promisesIn(text: string): string[] {
  return saying(PROMISES, text, '');
}

/** No promise, unless a product's own Facts make it. */
export const promises = check({
  title: 'promises',
  failures: (draft, facts) => {
    const said = facts.products.map(({ facts: told }) => told).join('\n');
    return saying(PROMISES, textOf(draft), said).map(
      (words) => `“${words}” is a promise; make none.`,
    );
  },
});
