import { productsOf } from './offer';

/** Paid through PartnerStack, in US dollars. */
export const partnerstack = productsOf(
  'PartnerStack',
  'USD',
  (slug) => `https://${slug}.partnerlinks.io/demo-freelancer`,
  [
    {
      slug: 'reservinda',
      name: 'Reservinda',
      category: 'booking',
      pays: 'monthly',
      amount: '9.00',
      goodFor: 'booking, guesthouse, dentist',
      facts: {
        en: 'This booking calendar takes appointments around the clock and reminds guests by mail the day before. It stands on your own site.',
        'zh-TW':
          '這款預約行事曆全天候接受預約，並在前一天以電子郵件提醒客人；它就放在您自己的網站上。',
        de: 'Dieser Buchungskalender nimmt rund um die Uhr Termine an und erinnert Gäste am Vortag per E-Mail. Er steht auf Ihrer eigenen Website.',
        ja: 'この予約カレンダーは昼夜を問わず予約を受け付け、前日にはメールでお客様にお知らせします。ご自身のサイトに設置できます。',
      },
    },
    {
      slug: 'echolobe',
      name: 'Echolobe',
      category: 'reviews',
      pays: 'yearly',
      amount: '60.00',
      goodFor: 'reviews, café, bakery, dentist, guesthouse, SEO',
      facts: {
        en: 'This tool asks customers for a review a few days after their visit and gathers all answers in one place.',
        'zh-TW': '這項工具會在顧客來訪幾天後邀請他們留下評論，並把所有回覆集中在一處。',
        de: 'Dieses Werkzeug bittet Kunden einige Tage nach ihrem Besuch um eine Bewertung und sammelt alle Antworten an einem Ort.',
        ja: 'この道具は来店の数日後にお客様へ感想をお願いし、届いた声を一か所にまとめます。',
      },
    },
    {
      slug: 'tallyquill',
      name: 'Tallyquill',
      category: 'analytics',
      pays: 'monthly',
      amount: '4.00',
      goodFor: 'analytics, SEO, content, web design, online shop',
      facts: {
        en: 'These visitor statistics work without cookies, so no banner is needed. A summary comes by mail every Monday.',
        'zh-TW': '這套流量統計不使用 cookie，因此不需要同意橫幅；每週一會寄來摘要。',
        de: 'Diese Besucherstatistik kommt ohne Cookies aus, ein Banner braucht es also nicht. Jeden Montag kommt eine Zusammenfassung per E-Mail.',
        ja: 'このアクセス解析は Cookie を使わないため、同意バナーは要りません。毎週月曜日に要約がメールで届きます。',
      },
    },
    {
      slug: 'moatlet',
      name: 'Moatlet',
      category: 'security',
      pays: 'monthly',
      amount: '5.50',
      goodFor: 'security, hosting, law office, online shop, shop',
      facts: {
        en: 'This guard looks at a site every hour and sends a mail when something on it was changed.',
        'zh-TW': '這項守護服務每小時檢查一次網站，一旦內容遭到更動就會寄信通知。',
        de: 'Dieser Wächter sieht stündlich nach einer Website und schreibt eine E-Mail, sobald etwas daran verändert wurde.',
        ja: 'この見張り番は一時間ごとにサイトを確認し、何かが変更されるとメールで知らせます。',
      },
    },
    {
      slug: 'formfennel',
      name: 'Formfennel',
      category: 'forms',
      pays: 'yearly',
      amount: '48.00',
      goodFor: 'forms, content, SEO, architect, law office, web design',
      facts: {
        en: 'These contact forms keep unwanted mail out and hold every message in a list that can be exported.',
        'zh-TW': '這款聯絡表單會濾除垃圾訊息，並把每則留言保存在可以匯出的清單裡。',
        de: 'Diese Kontaktformulare halten unerwünschte Post fern und führen jede Nachricht in einer Liste, die sich exportieren lässt.',
        ja: 'このお問い合わせフォームは迷惑メールを防ぎ、すべてのメッセージを書き出し可能な一覧に残します。',
      },
    },
    {
      slug: 'inkmarten',
      name: 'Inkmarten',
      category: 'e-signature',
      pays: 'yearly',
      amount: '84.00',
      goodFor: 'e-signature, law office, architect, branding',
      facts: {
        en: 'This signing service lets both sides sign a contract on the phone and files a copy for each of them.',
        'zh-TW': '這項簽署服務讓雙方都能在手機上簽約，並各自保存一份副本。',
        de: 'Mit diesem Unterschriftendienst unterschreiben beide Seiten einen Vertrag am Telefon, und jede erhält eine Kopie für ihre Ablage.',
        ja: 'この電子署名サービスでは、双方がスマートフォンで契約書に署名でき、それぞれに控えが保管されます。',
      },
    },
    {
      slug: 'papyrela',
      name: 'Papyrela',
      category: 'newsletter',
      pays: 'once',
      amount: '40.00',
      goodFor: 'newsletter, SEO, photography, yoga studio, social media',
      facts: {
        en: 'This designer turns a blog post into a newsletter and shows how it looks in the usual mail programs.',
        'zh-TW': '這款設計工具能把部落格文章變成電子報，並預覽它在常見郵件程式裡的樣子。',
        de: 'Dieser Gestalter macht aus einem Blogbeitrag einen Newsletter und zeigt, wie er in gängigen Mailprogrammen aussieht.',
        ja: 'このデザインツールはブログ記事をメールマガジンに仕立て、主なメールソフトでの見え方も確かめられます。',
      },
    },
  ],
);
