import type { Words } from './words';

export const zhTW: Words = {
  language: 'Traditional Chinese as written in Taiwan',
  quarter: '{year} 年第 {quarter} 季',
  letter: {
    subject: '您的網站本季狀況：{site}',
    subjectWithoutSite: '{name}，您好',
    greeting: '{name} 您好：',
    intro: '我每季都會看看合作過的夥伴的網站。以下是我在 {site} 量到的結果。',
    introWithoutSite: '我每季都會寫信給合作過的夥伴，希望您一切順利。',
    couldNotLook: '我本來想看看 {site}，但{why}。如果這不正常，請告訴我。',
    filledByScript: '您的網頁內容由程式載入，因此我只能檢查頁首的部分。',
    offer: '以下或許適合您：',
    closing: '對以上內容有任何問題，直接回覆這封信就可以。',
    disclosure:
      '提醒您：以下是聯盟行銷連結。您若透過連結購買，賣家會付我佣金，您不需要多付任何費用。',
    disclosureAgain: '以下同樣是聯盟行銷連結：',
    why: '您收到這封信，是因為您同意接收 {sender} 的來信（{basis}）。',
    whyWorked: '您收到這封信，是因為您曾與 {sender} 合作。',
    unsubscribe: '取消訂閱',
    reportTitle: '我量到的結果',
  },
  lookFailures: {
    'no answer': '它沒有回應',
    challenge: '它要求我證明自己是真人',
    'not a page': '它回應的不是網頁',
    'too many redirects': '它一直把我轉來轉去',
  },
  page: {
    disclosure: '這是聯盟行銷連結：您若購買，賣家會付 {sender} 佣金，您不需要多付任何費用。',
    title: '{sender} 的推薦',
    recommends: '{sender} 推薦',
    go: '前往 {product}',
    resting: '{sender} 目前沒有推薦這項產品。如果您正在找它，請寫信到 {contact}。',
    unknown: '這個連結沒有對應的內容，可能少了一個字。如果您正在找什麼，請寫信到 {contact}。',
    unsubscribeTitle: '要停止收信嗎？',
    unsubscribeAsk: '您將不會再收到 {sender} 的來信。',
    unsubscribeButton: '取消訂閱',
    unsubscribed: '完成。您不會再收到 {sender} 的來信。',
    unsubscribeFailed: '剛才沒有成功。請寫信到 {contact}，我們會停止寄信。',
  },
};
