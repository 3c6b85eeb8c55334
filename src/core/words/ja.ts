import type { Words } from './words';

export const ja: Words = {
  language: 'Japanese, in polite form',
  quarter: '{year}年第{quarter}四半期',
  letter: {
    subject: '今四半期のサイト診断：{site}',
    subjectWithoutSite: '{name}様、ごあいさつ',
    greeting: '{name} 様',
    intro:
      '四半期に一度、お仕事をご一緒した方のサイトを拝見しています。{site} を測定した結果です。',
    introAgain: 'サイトを改めて拝見しました。{site} を測定した結果です。',
    openings: {
      quarterly:
        '四半期に一度、お仕事をご一緒した方にお便りしています。お変わりなくお過ごしでしょうか。',
      monthly: '月に一度、お仕事をご一緒した方にお便りしています。お変わりなくお過ごしでしょうか。',
      yearly: 'ご一緒にお仕事を始めてから、また一年が経ちました。いつもありがとうございます。',
      stage: 'お仕事をご一緒させていただき、ありがとうございました。その後いかがでしょうか。',
      after: '先日のお便りの続きです。お役に立てることがあれば、お知らせください。',
      tapped: '先日ご紹介したものについて、気になる点が残っていましたら、喜んでお手伝いします。',
      bought:
        '以前ご紹介したものをお選びいただき、ありがとうございました。お役に立っていますでしょうか。',
      dormant: 'しばらくご無沙汰しておりますが、いかがお過ごしでしょうか。',
    },
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
    reportTitle: '測定結果',
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
