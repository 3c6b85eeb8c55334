import type { Words } from './words';

export const ja: Words = {
  language: 'Japanese, in polite form',
  quarter: '{year}年第{quarter}四半期',
  letter: {
    greeting: '{name} 様',
    measured: '{site} を測定した結果です。',
    couldNotLook:
      '{site} を拝見しようとしましたが、{why}。もし意図したものでなければお知らせください。',
    filledByScript: 'ページの内容がスクリプトで表示されるため、ヘッダー部分のみを確認しました。',
    offer: 'お役に立てそうなものをご紹介します。',
    closing: 'ご不明な点があれば、このままご返信ください。',
    disclosure:
      'ご案内：以下はアフィリエイトリンクです。リンクから購入されると、販売元から私に報酬が支払われます。お客様の追加のご負担はありません。',
    disclosureAgain: 'こちらもアフィリエイトリンクです：',
    why: 'このメールは、{sender} からの連絡に同意いただいた方にお送りしています（{basis}）。',
    whyWorked: 'このメールは、{sender} がお仕事をご一緒した方にお送りしています。',
    unsubscribe: '配信停止',
  },
  line: {
    stop: '配信の停止をご希望の場合は、「{word}」とご返信ください。',
    stopWord: '配信停止',
    go: '詳しく見る',
    invite: 'LINE をご利用ですか？{id} を友だちに追加し、このコードをお送りください：{code}',
  },
  occasions: {
    hello: {
      subject: '{name}様、ごあいさつ',
      opening: 'お変わりなくお過ごしでしょうか。',
      closing: 'お手伝いできることがあれば、このままご返信ください。',
    },
    monthly: {
      subject: '今月のお便り：{name}様',
      opening: '毎月、お仕事をご一緒した方にお便りしています。お変わりなくお過ごしでしょうか。',
      closing: 'ご不明な点があれば、このままご返信ください。',
    },
    yearly: {
      subject: '{name}様、今年もありがとうございます',
      opening:
        'お仕事をご一緒するようになってから、また一年が経ちました。ご信頼いただき、心より感謝しております。',
      closing:
        'これからのご予定やお考えがあれば、ぜひお聞かせください。このままご返信いただければ幸いです。',
    },
    stage: {
      subject: '{name}様、ありがとうございました',
      opening:
        'このたびはプロジェクトをご一緒させていただき、ありがとうございました。仕上がりにご満足いただき、お役に立てていれば幸いです。',
      closing:
        'よろしければ、ご感想をお聞かせいただけないでしょうか。ほかの方にもご紹介できるような、率直なお言葉を短くいただければ十分です。このままご返信ください。お気づきの点があれば、あわせてお知らせください。',
    },
    after: {
      subject: '{name}様、その後いかがでしょうか',
      opening:
        '以前お送りしたメールの件で、あらためてご連絡しました。その後、順調にお過ごしでしょうか。',
      closing: 'うまくいかないことやご質問があれば、このままご返信ください。',
    },
    tapped: {
      subject: 'ご不明な点はございませんか',
      opening:
        '以前のメールで、{product} についてお伝えしました。もしご検討中でしたら、お選びになる際のお手伝いをいたします。',
      closing:
        '気になる点があれば、このままご返信ください。ご必要でなければ、どうぞお気になさらないでください。',
    },
    bought: {
      subject: '{name}様、その後いかがでしょうか',
      opening: '以前ご紹介したものについて、その後の使い心地をお伺いしたく、ご連絡しました。',
      closing: '思っていたものと違う点や、お困りのことがあれば、このままご返信ください。',
    },
    dormant: {
      subject: '{name}様、ご無沙汰しております',
      opening: 'しばらくご連絡がないままとなっておりますが、お元気でお過ごしでしょうか。',
      closing:
        'このお便りは、今もお役に立っていますでしょうか。短いお返事で構いませんので、お聞かせください。ご不要であれば、遠慮なくお知らせください。',
    },
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
