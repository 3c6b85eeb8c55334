import { productsOf } from './offer';

/** Paid through Awin, in euros. */
export const awin = productsOf(
  'Awin',
  'EUR',
  (_slug, page, nth) =>
    `https://www.awin1.com/cread.php?awinmid=${9900200 + nth}&awinaffid=9900001&ued=${encodeURIComponent(page)}`,
  [
    {
      slug: 'quernhost',
      name: 'Quernhost',
      category: 'hosting',
      pays: 'yearly',
      amount: '55.00',
      goodFor: 'hosting, SEO, yoga studio, café, content',
      facts: {
        en: 'This hosting for small businesses runs on water power, and somebody answers the phone on weekdays. A domain is part of the price.',
        'zh-TW': '這項為小型企業設計的主機服務以水力發電，平日有專人接聽電話；費用已包含一個網域。',
        de: 'Dieses Hosting für kleine Betriebe läuft mit Wasserkraft, und werktags geht jemand ans Telefon. Eine Domain ist im Preis enthalten.',
        ja: 'この小規模事業者向けホスティングは水力で動き、平日は電話にも人が出ます。料金にはドメインが含まれます。',
      },
    },
    {
      slug: 'stundella',
      name: 'Stundella',
      category: 'booking',
      pays: 'yearly',
      amount: '70.00',
      goodFor: 'booking, dentist, yoga studio, SEO',
      facts: {
        en: 'This appointment book shows free hours to your customers and moves a cancelled one to whoever is waiting.',
        'zh-TW': '這本線上預約簿會向客人顯示可預約的時段，有人取消時會自動讓候補的人遞補。',
        de: 'Dieses Terminbuch zeigt Ihren Kunden freie Stunden und gibt einen abgesagten Termin an Wartende weiter.',
        ja: 'この予約帳は空いている時間をお客様に示し、キャンセルが出ると待っている方に自動で回します。',
      },
    },
    {
      slug: 'buchfalter',
      name: 'Buchfalter',
      category: 'invoices',
      pays: 'monthly',
      amount: '7.00',
      goodFor: 'invoices, photography, architect',
      facts: {
        en: 'This invoice tool writes offers and invoices in several currencies and reminds late payers politely.',
        'zh-TW': '這款開立發票的工具能以多種幣別製作報價單與發票，並委婉地提醒逾期未付的客戶。',
        de: 'Dieses Rechnungswerkzeug schreibt Angebote und Rechnungen in mehreren Währungen und erinnert säumige Kunden höflich.',
        ja: 'この請求書ツールは複数の通貨で見積書と請求書を作成し、お支払いの遅れも丁寧にお知らせします。',
      },
    },
    {
      slug: 'hortnuss',
      name: 'Hortnuss Backup',
      category: 'backup',
      pays: 'yearly',
      amount: '36.00',
      goodFor: 'backup, hosting, web design, content, dentist, online shop',
      facts: {
        en: 'This backup keeps 30 days of copies away from the server, and a page can be brought back without help.',
        'zh-TW': '這項備份服務把 30 天份的副本存放在主機之外，單一頁面也能自行還原。',
        de: 'Diese Sicherung bewahrt Kopien von 30 Tagen getrennt vom Server auf, und eine Seite lässt sich ohne Hilfe zurückholen.',
        ja: 'このバックアップは30日分のコピーをサーバーとは別の場所に保管し、ページ単位で自分で元に戻せます。',
      },
    },
    {
      slug: 'pixhollow',
      name: 'Pixhollow',
      category: 'photos',
      pays: 'once',
      amount: '30.00',
      goodFor: 'photos, branding, photography, guesthouse, bakery, shop',
      facts: {
        en: 'This picture store shrinks photographs without visible loss and suggests a description for each of them.',
        'zh-TW': '這個圖片庫能在看不出畫質差異的情況下縮小照片，並為每張照片建議說明文字。',
        de: 'Dieser Bilderspeicher verkleinert Fotos ohne sichtbaren Verlust und schlägt zu jedem eine Beschreibung vor.',
        ja: 'この写真保管庫は見た目を損なわずに画像を軽くし、それぞれに説明文の案も出してくれます。',
      },
    },
    {
      slug: 'faktorelle',
      name: 'Faktorelle',
      category: 'invoices',
      pays: 'once',
      amount: '45.00',
      goodFor: 'invoices, accounting, online shop, shop, café',
      facts: {
        en: 'This till book turns the day’s takings into one tidy entry and prints invoices with your own heading.',
        'zh-TW': '這款收銀帳冊把當日營收整理成一筆清楚的帳目，並能印出帶有您抬頭的發票。',
        de: 'Dieses Kassenbuch macht aus den Tageseinnahmen einen sauberen Eintrag und druckt Rechnungen mit Ihrem eigenen Briefkopf.',
        ja: 'この出納帳は一日の売上を一行にまとめ、自店の名入りの請求書を印刷できます。',
      },
    },
  ],
);
