import { check, ownNames, textOf } from './check';
import { idea, saying } from './phrase';

const W = String.raw;

/** What only a thief asks for in a letter. */
const SECRETS = [
  idea(
    W`(?<!\p{L})(?:passwords?|passcodes?|pin codes?)(?!\p{L})|passw(?:o|ö)rt\p{L}*|kennw(?:o|ö)rt\p{L}*|密碼|パスワード|暗証番号`,
  ),
  idea(
    W`(?<!\p{L})(?:credit cards?|cards and bank|takes cards|card numbers?)(?!\p{L})|kreditkarte\p{L}*|kartenzahlung\p{L}*|kartennummer\p{L}*|信用卡|刷卡|クレジットカード|カード決済`,
  ),
  idea(
    W`(?<!\p{L})(?:bank (?:account|details|transfers?)|account number|iban|wire transfer)s?(?!\p{L})|bankverbindung\p{L}*|kontonummer\p{L}*|kontodaten|überweis\p{L}*|銀行帳[戶號]|匯款|轉帳|口座番号|銀行口座|銀行振込|振り込|振込|送金`,
  ),
  idea(
    W`(?<!\p{L})(?:gift cards?|bitcoin|crypto(?:currency| wallet)?)(?!\p{L})|geschenkkarte\p{L}*|禮物卡|點數卡|比特幣|ギフトカード|ビットコイン`,
  ),
  idea(
    W`(?<!\p{L})(?:one-time|verification|security) codes?(?!\p{L})|bestätigungscode\p{L}*|驗證碼|認証コード|social security number|身分證字號|マイナンバー`,
  ),
];

/** A letter speaks of no password, card or payment that its products are not about. */
export const secrets = check({
  title: 'no secrets asked for',
  failures: (draft, facts) => {
    const { findings, products, client } = facts;
    const said = [
      ...ownNames(facts),
      client.industry,
      client.needs,
      client.pastWork,
      ...findings.flatMap(({ says, remedy = '' }) => [says, remedy]),
      ...products.flatMap(({ category, facts: told }) => [category, told]),
    ].join('\n');
    return saying(SECRETS, textOf(draft), said).map(
      (words) => `“${words}” has no place in such a letter.`,
    );
  },
});
