/** How columns are called by what they are to us, in the languages of reports; names as `Heading.bare`. */

export const COMMISSION_NAME =
  /commission|payout|earning|reward|provision|vergütung|verdienst|bounty|referralfee|affiliatefee|adfee|partnershare|yourshare|comisi[oó]n|comissão|commissione|commissie|報酬|佣金|分潤/;
/** A commission's own state, rate or day is no amount that was earned. */
export const NO_AMOUNT_NAME =
  /rate|percent|satz|status|state|type|level|name|group|currency|date|number|count|(?:commission|payout|reward)(?:id|no|nr|method)$/;
export const SALE_NAME =
  /^(?:gross|net|total)?sales?(?:amount|value|price|total|s)?$|^(?:order|basket|cart|purchase|transaction|invoice)(?:amount|value|total|price|subtotal)$|^revenue$|^umsatz$|^bestellwert$|^warenkorbwert$|^verkaufspreis$|^venta$|^売上(?:金額)?$|^注文金額$|^訂單金額$|^銷售額$/;
export const NUMBER_NAME =
  /^(?:id|uid|uuid)$|(?:transaction|conversion|commission|action|sale|event|reward|referral|lead|payment|payout|record)(?:id|no|nr|number|ref|reference|key|code)$|^transaktions(?:id|nummer)$|^vorgangsnummer$|^取引(?:id|番号)$|^成果(?:id|番号)$|^交易(?:編號|编号|id)$/;
export const AT_NAMES = [
  /^(?:transaction|conversion|sale|sales|event|action|order|purchase|referral)s?(?:date|time|datetime|at|on)/,
  /^(?:verkaufs|bestell|transaktions|umsatz)?datum$|^(?:注文|成果|発生|成立)日時?$|^(?:訂單|交易)(?:日期|時間)$/,
  /^date(?:time)?$|^created(?:at|on|date)?$|^日付$|^日期$|^fecha$/,
];
export const STATUS_NAME =
  /status|state$|^stand$|zustand|estado|statut|stato|狀態|状态|ステータス|承認状況/;
export const MARK_NAME =
  /^(?:sub|aff|click|pub)[a-z]*(?:id|ref|s)\d?$|^(?:sid|u1|subid|clickref|s1|aff_?sub)\d?$|subid/;
export const PROGRAMME_NAME =
  /^(?:program|programme|campaign|advertiser|merchant|brand|partner|shop|offer|programm|kampagne|プログラム|広告主|商家|廣告主)(?:name|title|名|名稱)?$/;
