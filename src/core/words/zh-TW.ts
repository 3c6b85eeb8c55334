import type { Words } from './words';

export const zhTW: Words = {
  language: 'Traditional Chinese as written in Taiwan',
  quarter: '{year} 年第 {quarter} 季',
  letter: {
    greeting: '{name} 您好：',
    measured: '以下是我在 {site} 量到的結果。',
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
  },
  occasions: {
    hello: {
      subject: '{name}，您好',
      opening: '希望您一切順利。',
      closing: '如果有我幫得上忙的地方，直接回覆這封信就可以。',
    },
    monthly: {
      subject: '{name}，這個月的問候',
      opening: '我每個月都會寫信給合作過的夥伴，希望您一切順利。',
      closing: '對以上內容有任何問題，直接回覆這封信就可以。',
    },
    yearly: {
      subject: '{name}，謝謝您又一年的支持',
      opening: '從我們開始合作到現在，又過了一年。謝謝您的信任，我很高興能與您共事。',
      closing: '您接下來有什麼計畫呢？歡迎直接回覆這封信，我很樂意聽您分享。',
    },
    stage: {
      subject: '{name}，謝謝您',
      opening: '謝謝您與我一起完成這個專案。希望您喜歡成果，也希望它對您有幫助。',
      closing:
        '可以請您寫一小段評價嗎？只要幾句真實的感想，讓我能分享給其他人看就很好了，直接回覆這封信即可。如果有哪裡不理想，也請告訴我。',
    },
    after: {
      subject: '{name}，近來還順利嗎？',
      opening: '之前寫過一封信給您，想再問候一下，希望您那邊一切順利。',
      closing: '如果有什麼不順利的地方，或有任何問題，直接回覆這封信就可以。',
    },
    tapped: {
      subject: '還有什麼想問的嗎？',
      opening: '我在之前的信裡提過 {product}。如果您正在考慮，我很樂意協助您評估。',
      closing: '還有哪些疑問呢？直接回覆這封信就可以。如果覺得不適合，也完全沒關係。',
    },
    bought: {
      subject: '{name}，用起來還順手嗎？',
      opening: '我之前向您推薦過一項產品，想請問您用起來的感覺如何。',
      closing: '如果和您期待的不同，或需要協助，直接回覆這封信就可以。',
    },
    dormant: {
      subject: '{name}，好久不見',
      opening: '有一陣子沒有您的消息了，希望您一切都好。',
      closing: '這些信對您還有幫助嗎？簡單回覆就可以；如果不想再收到，也請直接告訴我。',
    },
  },
  report: {
    counted: '檢查項目共 {all} 項，通過 {passed} 項。',
    mended: '已改善：{says}',
    fresh: '新發現：{says}',
    changes: '與{period}相比：已改善 {mended} 項，新增 {fresh} 項，未變 {same} 項。',
  },
  lookFailures: {
    'no answer': '它沒有回應',
    challenge: '它要求我證明自己是真人',
    'not a page': '它回應的不是網頁',
    unreadable: '它的網頁無法讀取',
    'too many redirects': '它一直把我轉來轉去',
  },
  page: {
    disclosure: '這是聯盟行銷連結：您若購買，賣家會付 {sender} 佣金，您不需要多付任何費用。',
    title: '{sender} 的推薦',
    recommends: '{sender} 推薦',
    go: '前往 {product}',
    unsubscribeTitle: '要停止收信嗎？',
    unsubscribeAsk: '您將不會再收到 {sender} 的來信。',
    unsubscribeButton: '取消訂閱',
    unsubscribedTitle: '完成。',
    unsubscribed: '您不會再收到 {sender} 的來信。',
    restingTitle: '目前沒有推薦',
    resting: '{sender} 目前沒有推薦這項產品。',
    unknownTitle: '找不到這個連結的內容',
    unknown: '可能在途中少了一個字。',
    laterTitle: '現在無法顯示',
    later: '這個頁面今天無法顯示，請明天再試一次。',
    write: '如果您正在找什麼，請寫信給 {sender}。',
    answer: '如果您正在找什麼，直接回覆附有這個連結的信就可以。',
    unsubscribeFailedTitle: '沒有成功',
    unsubscribeFailed: '剛才無法記下您的要求。',
    unsubscribeWrite: '請寫信給 {sender}，我們會停止寄信。',
    unsubscribeAnswer: '請直接回覆收到的信，我們會停止寄信。',
  },
};
