import { productsOf } from './offer';

/** Deals made with the merchant, in Taiwan dollars. */
export const direct = productsOf(
  'Direct',
  'TWD',
  (slug) => `https://www.${slug}.example/?partner=demo-freelancer`,
  [
    {
      slug: 'lantern-lane',
      name: 'Lantern Lane Photo Day',
      category: 'photography',
      pays: 'once',
      amount: '2500',
      goodFor: 'photography, café, bakery, guesthouse, branding',
      facts: {
        en: 'This photographer spends a day at your place and hands over the pictures, ready for the site, within a week.',
        'zh-TW': '這位攝影師會到您的店裡拍攝一整天，並在一週內交付可直接用於網站的照片。',
        de: 'Diese Fotografin verbringt einen Tag bei Ihnen und übergibt die Bilder innerhalb einer Woche, fertig für die Website.',
        ja: 'この写真家は一日かけてお店で撮影し、サイトにそのまま使える写真を一週間以内に納品します。',
      },
    },
    {
      slug: 'printfern',
      name: 'Printfern',
      category: 'print',
      pays: 'once',
      amount: '1200',
      goodFor: 'print, branding, café, bakery, architect',
      facts: {
        en: 'This printer makes cards and menus in small runs on recycled paper and keeps your files for the next order.',
        'zh-TW': '這家印刷廠以再生紙少量印製名片與菜單，並為下次訂購保留您的檔案。',
        de: 'Diese Druckerei fertigt Karten und Speisekarten in kleinen Auflagen auf Recyclingpapier und bewahrt die Dateien für die nächste Bestellung auf.',
        ja: 'この印刷所は再生紙で名刺やメニューを小ロットから刷り、次の注文のためにデータを保管します。',
      },
    },
    {
      slug: 'plauderlink',
      name: 'Plauderlink',
      category: 'chat',
      pays: 'monthly',
      amount: '250',
      goodFor: 'chat, social media, online shop, reviews',
      facts: {
        en: 'This chat window brings questions from your site to your phone and says when you will be back.',
        'zh-TW': '這個聊天視窗把網站上的提問送到您的手機，並告訴訪客您何時回覆。',
        de: 'Dieses Chatfenster bringt Fragen von Ihrer Website aufs Telefon und sagt, wann Sie wieder da sind.',
        ja: 'このチャット窓口はサイトに届いた質問をスマートフォンに送り、戻る時刻もお客様に伝えます。',
      },
    },
    {
      slug: 'coursebramble',
      name: 'Coursebramble',
      category: 'courses',
      pays: 'yearly',
      amount: '1800',
      goodFor: 'courses, content, SEO, yoga studio, analytics, security',
      facts: {
        en: 'These short courses teach how to look after a site, one small task a week, each with a film.',
        'zh-TW': '這系列短課程教您照顧網站，每週一個小任務，每個任務都附有影片。',
        de: 'Diese kurzen Kurse zeigen, wie man eine Website pflegt: jede Woche eine kleine Aufgabe, jeweils mit Film.',
        ja: 'この短い講座はサイトの手入れを教えてくれます。毎週ひとつの小さな課題に、それぞれ動画が付いています。',
      },
    },
  ],
);
