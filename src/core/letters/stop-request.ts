/**
 * Whether a person's words ask for no more letters. `perhaps`: they speak of it in a way that only
 * a person can judge. Every language is tried, for people do not always answer in that of the letter.
 */
export function asksToStop(words: string): 'yes' | 'perhaps' | 'no' {
  const sentences = sentencesOf(words);
  if (isOneWord(sentences)) return 'yes';
  const open = sentences.filter((sentence) => !CONTRARY.some((one) => one.test(sentence)));
  const requests = open.filter((one) => isRequest(one));
  if (requests.some((one) => !NARROW.test(one))) return 'yes';
  return requests.length > 0 || open.some((one) => MENTIONS.test(one)) ? 'perhaps' : 'no';
}

/** A message that holds one such word, or one such word with a greeting or a name. */
const WORDS = new Set(
  [
    'stop, unsubscribe, remove, remove me, opt out, opt-out, no more, cancel',
    'stopp, abmelden, abbestellen, austragen, abmeldung, bitte keine mehr',
    '取消訂閱, 取消订阅, 退訂, 退订, 取消, 停止, 停止訂閱, 移除, 不要再寄',
    '配信停止, 停止, 解除, 登録解除, 購読解除, 購読停止, 配信不要, 退会',
  ]
    .join(', ')
    .split(', '),
);

/** Sentences that can mean nothing else. */
const REQUESTS = [
  /^(i (would like|want|wish|need) to )?(be )?unsubscribed?( (me|us|my (e-?mail )?address|this address))?( (from|off) .*)?( now| immediately| asap)?$/,
  /\b(take|remove|delete|drop) (me|us|my (name|e-?mail|address)( address)?|this address) (off|from) /,
  /(^|[,-] ?|\b(please|just|and|to|must|you|now|immediately) )(stop|quit|cease) (sending|e-?mailing|mailing|writing|contacting|spamming)\b/,
  /(^|[,-] ?|\b(please|just|and|to|must|you|now|immediately) )(stop|quit|cease) (all |with )?(these|those|the|your|this|any|all) (\w+ )?(letters?|e-?mails?|mails?|messages?|newsletters?|mailings?)\b/,
  /(^|[,-] ?|\b(please|want|wish|like|need|send( me| us)?|and|with) )no (more|further) (of (these|your) )?(letters|e-?mails|mails|messages|newsletters)\b/,
  /\b(don'?t|do not|no longer) (want|wish|like|care) (to (get|receive|hear)\b|any more|anymore|these|your (letters|e-?mails|mails))/,
  /\b(don'?t|do not|never) (send|write|e-?mail|mail|contact) (to )?(me|us)\b.*\b(any ?more|again|letters|e-?mails|mails)\b/,
  /\bopt (me |us )?out\b|\bcancel (my|our|the|this) subscription\b/,
  /\bmelden sie (mich|uns|diese adresse|meine adresse)\b.*\bab\b|\b(mich|uns|meine adresse|diese adresse)\b.*\b(abmelden|abzumelden|austragen|auszutragen)\b/,
  /^(bitte )?(die |den |ihre |ihren |diese |diesen )?(briefe?|e-?mails?|mails|newsletter|newsletters)? ?(bitte )?(abmelden|abbestellen|abbestelle|austragen|einstellen)$/,
  /\b(briefe?|e-?mails?|mails|newsletter)\b.*\b(abbestellen|abzubestellen|abmelden)\b|\bbestelle\b.*\b(briefe?|mails|newsletter)\b.*\bab\b/,
  /^(ab sofort |ab jetzt |künftig )?keine (weiteren |solchen |ihrer |solche )*(e-?mails?|mails?|briefe?|nachrichten|newsletter|werbung|post)( mehr)?( an (mich|uns|diese adresse|meine adresse))?( mehr)?( (zu)?(schicken|senden))?$/,
  /\b(möchten?|will|wollen|wünschen?|schicken sie|senden sie|schreiben sie|schick|schickt|schreib)\b.*\bkeine (weiteren |solchen |ihrer |solche )*(e-?mails?|mails?|briefe?|nachrichten|newsletter|werbung|post)\b/,
  /\b(mir|mich|uns)\b.*\bnicht (mehr|weiter) (an)?(schreiben|schicken|senden|zusenden|kontaktieren|belästigen)\b/,
  /\b(schreib|schreibt|schreiben sie|kontaktieren sie|mailen sie|belästigen sie) (bitte )?(mir|mich|uns) (bitte |künftig )?nicht (mehr|weiter)(?! als)\b/,
  /\bhör(en sie|t)? (bitte )?(damit )?auf,? (mir|mich|uns)\b.*\bzu (schreiben|schicken|senden|kontaktieren|belästigen)\b/,
  /\bhör(en sie|t)? (bitte )?auf mit (diesen|den|ihren|euren) (e-?mails|mails|briefen|nachrichten|newslettern)\b/,
  /\b(nehmen|streichen|löschen|entfernen) sie (mich|uns|meine|unsere)\b.*\b(verteiler|liste|mailingliste|daten|adresse)\b|\b(verteiler|liste|mailingliste)\b.*\b(nehmen|streichen|löschen|entfernen|austragen)\b/,
  /取消(這個|這份|此)?(訂閱|订阅)|退訂|退订/,
  /(不要|(?<![特個个分類类級级])[別别]|不用|不必|請勿|请勿|不需要|勿)再(寄|[發发](?![票佈布生現现])|傳|传)/,
  /(不要|(?<![特個个分類类級级])[別别]|不用|不必|請勿|请勿|不需要|勿)(寄|發|发|傳|传)送?([給给]我[們们]?)?(任何|這些|這種|這類|此類|这些|这种|廣告|广告|行銷|您的|你們的)*(信件?|郵件|邮件|電子報|电子报|e-?mail|mail|訊息|讯息|廣告|广告)([給给]我[們们]?|來|来|了)*(?=$|[, ])/,
  /(不要|(?<![特個个分類类級级])[別别]|請勿|请勿|勿)(寄|發|发|傳|传)送?[給给]我[們们]?了?(?=$|[, ])/,
  /(不要|(?<![特個个分類类級级])[別别]|不用|不必|請勿|请勿|不需要|勿)再[與与跟和]?(我[們们]?)?(聯絡|联络|聯繫|联系|來信|来信|打擾|打扰)/,
  /(不要|(?<![特個个分類类級级])[別别]|請勿|请勿|勿)[與与跟和]?(我[們们]?)?(聯絡|联络|聯繫|联系|來信|来信|打擾|打扰)(我[們们]?)?了?(?=$|[, ])/,
  /(不想|不希望|不願意?|不愿意?)(再(收到?|接收|看到)|(收到?|接收).{0,10}(信|郵件|邮件|電子報|电子报|廣告|广告|訊息|讯息))/,
  /(^|[,請请您你們们]|立即|立刻|馬上|马上)停止(寄|發|发|傳|传)/,
  /(名單|名单|列表|清單)(上|中|裡|内|內)?(移除|刪除|删除|除名|去除|拿掉)/,
  /配信(の|を)?(停止|解除|中止|止め|やめ|ストップ)|(登録|購読)(の|を)?(解除|停止|抹消|取り消|削除)/,
  /(メール|お便り|配信|手紙|ニュースレター|メルマガ|ご案内)(の送信|の配信|の送付)?(は|を)?(今後)?(は)?(もう|一切)?(不要|結構です|必要ありません|必要ない|いりません|要りません|止めて|やめて|停止|控えて|送らないで)/,
  /(今後|これ以上)の(ご)?(連絡|案内|送信|配信|送付|メール|お便り)(は|を)(もう|一切)?(不要|結構|必要ありません|必要ない|いりません|要りません|お断り|(ご)?遠慮|控えて|止めて|やめて)/,
  /(もう|今後は?|これ以上).{0,12}(送らない|送信しない|連絡しない|送ってこない)(で|よう|こと|方向)/,
];

/** Sentences that say the contrary. */
const CONTRARY = [
  /\b(don'?t|do not|never|not|won'?t|wouldn'?t) (you )?(ever )?(want to )?(stop|unsubscribe|remove|take me off|cancel|opt)\b/,
  /\bnicht (mehr )?(abmelden|abbestellen|austragen|abzumelden|abzubestellen|aufhören|einstellen|ab)\b/,
  /(不要|別|不想|請勿|不會|没有要|沒有要|不是要)(取消|退訂|退订|停止)/,
  /(停止|解除|退会|やめ|止め)(し|する|を)?(ない|ません|たくない|なくて|ないで)/,
];

/**
 * What makes a request one about something else than our letters, or about some of them, or makes it
 * a fault that is told of. Then only a person can judge.
 */
const NARROW = new RegExp(
  [
    /\b(invoices?|receipts?|contract|photos?|pictures?|attachments?|form|old (list|address|inbox|e-?mail)|for us|weekends?|today|this week|until|by phone|orders?|duplicates?|spam folder|why)\b/,
    /\bour (old |own )?(newsletters?|customers?|clients?|list|shop|subscribers|visitors)\b|\bto (him|her|them|my (colleague|boss|assistant|accountant))\b/,
    /rechnung|quittung|vertrag|\b(fotos?|bilder)\b|anhang|anhäng|formular|bestell(ung|best)|\balte[nrms]? (adresse|liste|postfach|mail)|wochenende|\bheute\b|diese woche|telefon|\bwarum\b|\bseit (gestern|heute|dem|der|letzte)|\bkönnen (uns|mir|mich|sich)\b|\bunser(e[nmr]?)? (newsletter|kund|liste|verteiler|shop|abonnent)/,
    /[發发]票|收據|收据|合約|合约|報價|檔案|附件|[照相圖][片檔]|[舊旧](信箱|的|地址)|窗口|客[人戶户]|顧客|表[單单]|系[統统]|伺服器|[電电][話话]|[週周]末|今天|明天|[這这本][週周]|[暫暂][時时]/,
    /写真|画像|請求|領収|契約|見積|ファイル|添付|フォーム|電話|確認(の)?メール|通知メール|お客様|古い|旧|週末|今日|今週|しばらく|返信/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const MENTIONS =
  /unsubscri|\bopt(ing)?[- ]?out|not interested|\bspam\b|mailing list|abmeld|abbestell|kein interesse|verteiler|訂閱|订阅|退訂|沒興趣|沒有興趣|不感興趣|垃圾(郵件|信)|配信停止|購読|興味(が|は)?(ない|ありません)|迷惑メール|(不用|不必|不需要)(寄|發|发|傳|传)了|連絡は(不要|結構)/;

const POLITE =
  /\b(please|pls|kindly|thank you|thanks|bitte|danke|hiermit|(can|could|would|will) you( please)?|(können|könnten|würden) sie( bitte)?)\b|請你?您?|麻煩(你|您)?|謝謝|您?可以|お願い(いた|致)?します|お願い|して?ください|下さい|希望(し|いた)?ます?|してほしいです|いただけますか|願います/g;

function sentencesOf(words: string): string[] {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .split(/[.!…。\n;]+|(?<=[?])/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .flatMap((sentence) => sentence.match(PIECES) ?? []);
}

/** A sentence without an end is looked at in pieces, for patterns take the square of its length. */
const PIECES = /.{1,500}(?=\s|$)|.{1,500}/g;

function isOneWord(sentences: string[]): boolean {
  const said = sentences.map((one) => bare(one)).filter((one) => one !== '');
  const isShort = (one: string): boolean => one.length <= 24 && one.split(' ').length <= 3;
  return said.length <= 4 && said.some((one) => WORDS.has(one)) && said.every(isShort);
}

/** A question about stopping is no request, unless it is how one asks. */
function isRequest(sentence: string): boolean {
  const isQuestion = /[?]$/.test(sentence) || /嗎$|ますか$/.test(sentence);
  if (isQuestion && sentence.replace(POLITE, '') === sentence) return false;
  return REQUESTS.some((one) => one.test(sentence) || one.test(bare(sentence)));
}

/** Without courtesy and without signs at either end. */
function bare(sentence: string): string {
  return sentence
    .replace(POLITE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:、,·"'()-]+|[\s,:?!、,·"'()-]+$/g, '');
}
