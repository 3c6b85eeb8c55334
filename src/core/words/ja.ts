import type { Words } from './words';

export const ja: Words = {
  language: 'Japanese, in polite form',
  quarter: '{year}年第{quarter}四半期',
  letter: {
    greeting: '{name} 様',
    couldNotLook:
      '{site} を拝見しようとしましたが、{why}。もし意図したものでなければお知らせください。',
    filledByScript: 'ページの内容がスクリプトで表示されるため、ヘッダー部分のみを確認しました。',
    offer: 'お役に立てそうなものをご紹介します。',
    closing: 'ご不明な点があれば、このメールにそのままご返信ください。',
    disclosure:
      'ご案内：以下はアフィリエイトリンクです。リンクから購入されると、販売元から私に報酬が支払われます。お客様の追加のご負担はありません。',
    disclosureAgain: 'こちらもアフィリエイトリンクです：',
    why: 'このメールは、{sender} からの連絡に同意いただいた方にお送りしています（{basis}）。',
    whyWorked: 'このメールは、{sender} がお仕事をご一緒した方にお送りしています。',
    unsubscribe: '配信停止',
  },
  report: {
    counted: '{all} 項目中 {passed} 項目に合格しました。',
    mended: '改善済み：{says}',
    fresh: '新たに：{says}',
    changes: '{period}以降：改善 {mended} 件、新規 {fresh} 件、変わらず {same} 件。',
  },
  lookFailures: {
    'no answer': '応答がありませんでした',
    challenge: '人間であることの確認を求められました',
    'not a page': 'ウェブページではない応答でした',
    unreadable: 'ページを読み取れませんでした',
    'too many redirects': '転送が繰り返されました',
  },
  page: {
    disclosure:
      'これはアフィリエイトリンクです。購入されると {sender} に販売元から報酬が支払われます。追加のご負担はありません。',
    title: '{sender} のおすすめ',
    recommends: '{sender} のおすすめ',
    go: '{product} へ進む',
    unsubscribeTitle: '配信を停止しますか？',
    unsubscribeAsk: '今後 {sender} からのメールは届かなくなります。',
    unsubscribeButton: '配信停止',
    unsubscribedTitle: '停止しました。',
    unsubscribed: '今後 {sender} からのメールは届きません。',
    restingTitle: '現在おすすめしていません',
    resting: '{sender} は現在これをおすすめしていません。',
    unknownTitle: 'リンク先が見つかりません',
    unknown: '途中で文字が欠けてしまったのかもしれません。',
    laterTitle: 'ただいま表示できません',
    later: '本日はこのページを表示できません。明日もう一度お試しください。',
    write: 'お探しのものがあれば、{sender} までご連絡ください。',
    answer: 'お探しのものがあれば、このリンクが載っていたメールにそのままご返信ください。',
    unsubscribeFailedTitle: 'うまくいきませんでした',
    unsubscribeFailed: 'ただいまお申し出を記録できませんでした。',
    unsubscribeWrite: '{sender} までご連絡いただければ停止いたします。',
    unsubscribeAnswer: '届いたメールにご返信いただければ停止いたします。',
  },
};
