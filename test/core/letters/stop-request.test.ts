import { asksToStop } from '../../../src/core/letters/stop-request';

/** By language: what asks for no more letters, and what must not end them. */
const SAID: Record<string, { stops: string[]; goesOn: string[] }> = {
  en: {
    stops: [
      'Please stop these emails',
      'Stop sending me these letters.',
      'No more emails please.',
      'Please, no more emails.',
      'I want no more letters from you.',
      'Please remove me from your list.',
      'Take us off this list, thanks.',
      'I would like to unsubscribe.',
      'Please don’t write to me again.',
      'We no longer wish to receive your emails.',
      'Could you please stop writing to us?',
      'Thanks, but please stop the monthly emails.',
    ],
    goesOn: [
      'We get no more messages through the form.',
      'Could you stop sending the newsletter to our old list for us?',
      'I have received no further emails from you, please send the report again.',
      'There are no more messages in the inbox.',
      'Please don’t stop sending these.',
      'Why did the shop stop sending emails?',
      'Please stop sending invoices by post.',
      'Our customers say they get no more emails.',
      'Please do not write to me until March, I am away.',
      'How do visitors unsubscribe from our newsletter?',
      'Stop by when you are in town.',
      'The site stopped sending emails on Monday.',
    ],
  },
  de: {
    stops: [
      'Bitte schreiben Sie mir nicht mehr.',
      'Bitte kontaktieren Sie mich nicht mehr.',
      'Hören Sie auf, mir zu schreiben.',
      'Bitte keine weiteren Mails.',
      'Bitte keine E-Mails mehr an diese Adresse.',
      'Ich möchte keine Mails mehr erhalten.',
      'Wir wollen keine weiteren Nachrichten von Ihnen.',
      'Bitte schicken Sie uns keine Newsletter mehr.',
      'Schreib mir bitte nicht mehr.',
      'Bitte melden Sie mich ab.',
      'Könnten Sie uns bitte nicht mehr anschreiben?',
      'Bitte nehmen Sie mich aus dem Verteiler.',
      'Hören Sie bitte auf mit diesen Mails.',
      'Ab sofort bitte keine Werbung mehr.',
    ],
    goesOn: [
      'Seit gestern kommen über das Kontaktformular keine Mails mehr an',
      'Ich habe keine Mails mehr erhalten, schicken Sie den Bericht bitte noch einmal.',
      'Bitte prüfen Sie, warum keine Mails mehr ankommen.',
      'Kunden können uns nicht mehr schreiben.',
      'Schreiben Sie mir nicht mehr als drei Vorschläge.',
      'Bitte schicken Sie uns keine Mails mit der Rechnung, sondern Post.',
      'Bitte nicht abmelden, ich lese das gern.',
      'Wie können sich Kunden von unserem Newsletter abmelden?',
      'Schreiben Sie mir bitte nicht mehr an die alte Adresse.',
      'Ich habe keine weiteren Fragen.',
    ],
  },
  'zh-TW': {
    stops: [
      '請不要再寄信給我。',
      '不要再寄了',
      '請勿再寄送這類郵件,謝謝。',
      '別再發廣告信了',
      '請不要寄信給我',
      '不用再寄了,謝謝',
      '請不要再聯絡我們。',
      '請勿打擾',
      '我不想再收到這些信。',
      '不希望收到廣告郵件',
      '請立即停止寄送。',
      '請取消訂閱',
      '麻煩把我從名單中移除',
    ],
    goesOn: [
      '我不需要發票',
      '不用寄發票了',
      '不要發佈',
      '請不要傳到舊信箱',
      '不需要聯絡窗口',
      '不要再發生這種問題了',
      '謝謝您特別寄信給我',
      '這週請不要聯絡我,我在出國',
      '系統停止寄信了,請幫忙看看',
      '客人說不想再收到簡訊',
      '請不要取消訂閱',
      '不想看到這個顏色',
    ],
  },
  ja: {
    stops: [
      '今後の連絡は不要です。',
      '今後のご連絡はご遠慮ください。',
      'メールは不要です。',
      'もうメールを送らないでください。',
      '今後は送らないようお願いします。',
      '配信を停止してください。',
      'これ以上のメールはお断りします。',
      'ニュースレターの配信は必要ありません。',
      '登録を解除してください。',
      'メールの送信をやめてください。',
      'ご案内はもう不要です。',
    ],
    goesOn: [
      '写真の送信は不要です',
      '返信は不要です。',
      'フォームからのメールを停止したいのですが、どうすればよいですか。',
      '確認メールは不要です。',
      '請求書のメールは不要です。',
      '配信を停止しないでください。',
      '今週はメールを控えてください。',
      'お客様が配信停止できるようにしたいです。',
      '古いアドレスへのメールは不要です。',
      '興味があります。もう少し教えてください。',
      '到着の連絡は不要です。',
    ],
  },
};

const rows = (side: 'stops' | 'goesOn') =>
  Object.entries(SAID).flatMap(([language, said]) => said[side].map((words) => [language, words]));

it.each(rows('stops'))('ends the letters by words in %s: %s', (_, words) => {
  expect(asksToStop(words)).toBe('yes');
});

it.each(rows('goesOn'))('does not end them by words in %s: %s', (_, words) => {
  expect(asksToStop(words)).not.toBe('yes');
});

it('leaves a request that may be about something else to a person', () => {
  expect(asksToStop('Please stop sending invoices by post.')).toBe('perhaps');
});
