import { productsOf } from './offer';

/** Paid through Impact, in US dollars. */
export const impact = productsOf(
  'Impact',
  'USD',
  (slug, _page, nth) => `https://${slug}.pxf.io/c/9900001/${9900100 + nth}/${99100 + nth}`,
  [
    {
      slug: 'mooswerk',
      name: 'Mooswerk Hosting',
      category: 'hosting',
      pays: 'monthly',
      amount: '8.00',
      goodFor: 'hosting, backup, web design',
      facts: {
        en: 'This hosting copies the site every night and renews its certificate by itself. Their team moves an existing site over.',
        'zh-TW':
          '這項主機服務每晚自動備份網站，也會自行更新安全憑證；現有的網站由他們的團隊協助搬遷。',
        de: 'Dieses Hosting sichert die Website jede Nacht und erneuert das Zertifikat von selbst. Eine bestehende Seite zieht das dortige Team um.',
        ja: 'このホスティングは毎晩サイトのコピーを取り、証明書も自動で更新します。既存サイトの引っ越しは先方のチームが行います。',
      },
    },
    {
      slug: 'plumerino',
      name: 'Plumerino Mail',
      category: 'newsletter',
      pays: 'monthly',
      amount: '6.50',
      goodFor: 'newsletter, content, bakery, café, online shop',
      facts: {
        en: 'This newsletter tool sends from your own address and has sign-up forms in several languages. Up to 500 readers it costs nothing.',
        'zh-TW': '這款電子報工具以您自己的信箱寄送，訂閱表單支援多種語言；500 位讀者以內免費。',
        de: 'Dieses Newsletter-Werkzeug versendet von Ihrer eigenen Adresse und bietet Anmeldeformulare in mehreren Sprachen. Bis 500 Leser kostet es nichts.',
        ja: 'このメールマガジンの道具は自分のアドレスから送信でき、登録フォームは複数の言語に対応しています。読者500人までは無料です。',
      },
    },
    {
      slug: 'paywisp',
      name: 'Paywisp',
      category: 'payments',
      pays: 'yearly',
      amount: '90.00',
      goodFor: 'payments, shop, guesthouse, yoga studio',
      facts: {
        en: 'This payment page takes cards and bank transfers and needs no shop system. Every payment gets its own receipt.',
        'zh-TW': '這個付款頁面接受信用卡與銀行轉帳，不需要另外架設商店系統；每筆付款都會附上收據。',
        de: 'Diese Zahlungsseite nimmt Karten und Überweisungen an und braucht kein Shopsystem. Zu jeder Zahlung gibt es einen eigenen Beleg.',
        ja: 'この決済ページはカードと銀行振込に対応し、ショップの仕組みは要りません。お支払いごとに領収書が発行されます。',
      },
    },
    {
      slug: 'ledgerfinch',
      name: 'Ledgerfinch',
      category: 'accounting',
      pays: 'yearly',
      amount: '110.00',
      goodFor: 'accounting, law office, architect',
      facts: {
        en: 'This bookkeeping app reads receipts from a photo and sorts them by project. An accountant can be given a way in of their own.',
        'zh-TW': '這款記帳軟體可以從照片讀取收據，並依專案分類；也能為會計師開設專屬的存取權限。',
        de: 'Diese Buchhaltungs-App liest Belege vom Foto und ordnet sie nach Projekten. Für die Steuerberatung lässt sich ein eigener Zugang einrichten.',
        ja: 'この会計アプリは写真から領収書を読み取り、案件ごとに整理します。税理士専用の入口も用意できます。',
      },
    },
    {
      slug: 'linguafold',
      name: 'Linguafold',
      category: 'translation',
      pays: 'once',
      amount: '75.00',
      goodFor: 'translation, content, guesthouse, law office, web design',
      facts: {
        en: 'This translation service has every text read by a person and keeps a word list for each customer.',
        'zh-TW': '這項翻譯服務的每份文稿都有專人審讀，並為每位客戶維護專屬的詞彙表。',
        de: 'Dieser Übersetzungsdienst lässt jeden Text von einem Menschen lesen und pflegt für jeden Kunden eine eigene Wortliste.',
        ja: 'この翻訳サービスは、すべての文章に人が目を通し、お客様ごとに用語集を整えています。',
      },
    },
    {
      slug: 'murmurine',
      name: 'Murmurine',
      category: 'social media',
      pays: 'monthly',
      amount: '5.00',
      goodFor: 'social media, branding, photography, café, bakery',
      facts: {
        en: 'This planner shows a whole month of posts on one page and publishes each at the hour that you choose.',
        'zh-TW': '這款社群排程工具在一個頁面上呈現整個月的貼文，並在您選定的時間發布。',
        de: 'Dieser Planer zeigt die Beiträge eines ganzen Monats auf einer Seite und veröffentlicht jeden zur gewählten Stunde.',
        ja: 'この投稿プランナーは一か月分の投稿を一枚の画面に並べ、選んだ時刻に公開します。',
      },
    },
    {
      slug: 'cartwren',
      name: 'Cartwren',
      category: 'shop',
      pays: 'monthly',
      amount: '12.00',
      goodFor: 'shop, bakery, online shop',
      facts: {
        en: 'This shop system fits into an existing site and counts the stock by itself. Customers may also collect in the store.',
        'zh-TW': '這套商店系統可以嵌入現有的網站，並自動管理庫存；顧客也能選擇到店取貨。',
        de: 'Dieses Shopsystem fügt sich in eine bestehende Seite ein und zählt den Bestand von selbst. Kunden können auch im Laden abholen.',
        ja: 'このショップシステムは既存のサイトに組み込め、在庫も自動で数えます。店頭での受け取りも選べます。',
      },
    },
  ],
);
