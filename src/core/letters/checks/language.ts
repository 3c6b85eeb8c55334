import type { Language } from '../../words/language';
import { wordsIn } from '../../words';
import type { LetterFacts } from '../facts';
import { withoutAddresses } from '../addresses';
import { check, ownNames, textOf } from './check';

/** The letter, and each longer paragraph of it, is in the client's language. */
export const language = check({
  title: 'language',
  failures: (draft, facts) => {
    const paragraphs = textOf(draft)
      .split(/\n\s*\n/)
      .map((paragraph) => withoutNames(paragraph, facts));
    const isRight = [paragraphs.join('\n'), ...paragraphs].every((text) =>
      mayBe(text, facts.language),
    );
    return isRight ? [] : [`The letter must be in ${wordsIn(facts.language).language} throughout.`];
  },
});

/** Names, and what is quoted of a product, may be in any language. */
function withoutNames(text: string, facts: LetterFacts): string {
  const quoted = [
    ...facts.products.flatMap(({ facts: told, category }) => [
      ...told.split(/(?<=[.!?。！？])\s*/),
      category,
    ]),
    ...facts.findings.flatMap(({ says, remedy = '' }) => [says, remedy]),
    facts.notSeen,
    ...ownNames(facts),
    ...Object.values(facts.client),
  ].map((said) =>
    said
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.!?。！？]+$/u, ''),
  );
  const bare = quoted
    // What is shorter would be cut out of other words.
    .filter((said) => said.length > (/^\p{Script=Latin}+$/u.test(said) ? 3 : 1))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, said) => rest.split(said).join(' '), text.replace(/\s+/g, ' '));
  return withoutAddresses(bare, []);
}

/** Too short to tell. */
const LEAST = { words: 12, signs: 12 };

function mayBe(text: string, language: Language): boolean {
  const words = text.toLowerCase().match(/\p{Script=Latin}[\p{Script=Latin}\p{M}’']*/gu) ?? [];
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const foreign = count(
    text,
    /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Devanagari}]/gu,
  );
  if (foreign >= LEAST.signs) return false;
  const signs = kana + han;
  if (language === 'ja' || language === 'zh-TW') {
    if (words.length >= LEAST.words && words.length * 2 > signs) return false;
    if (signs < LEAST.signs) return true;
    if (language === 'ja') return kana >= signs * 0.2;
    return kana <= signs * 0.1 && count(text, SIMPLIFIED) < 3;
  }
  if (signs >= LEAST.signs && signs > words.length) return false;
  if (words.length < LEAST.words) return true;
  const share = (of: Language): number => shareOf(words, STOP_WORDS[of]);
  const other = language === 'de' ? 'en' : 'de';
  return share(language) >= LEAST_SHARE && share(language) > share(other);
}

/** In English and German every third word or more is among these; in other languages hardly one is. */
const LEAST_SHARE = 0.12;

const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'a about all an and any are as at be but by can do for from had has have he hello help hi how i if in into is it its just like me more my no not of on one or our out she so some that the their them there these they this to up was we were what when which who will with would you your'.split(
      ' ',
    ),
  ),
  de: new Set(
    'aber alle als am an auch auf aus bei bin bitte da damit das dass dem den der des die dies diese diesem diesen dieser ein eine einem einen einer es für haben hallo hat ich ihnen ihr ihre ihrem ihren ihrer im in ist kann können liebe lieber man mehr mein meine mich mir mit nach nicht noch nur oder schon sehr sich sie sind so über um und uns unter viel von vor war wenn werden wie wir wird zu zum zur'.split(
      ' ',
    ),
  ),
  ja: new Set(),
  'zh-TW': new Set(),
};

/** Signs that only simplified Chinese has, and that are common. */
const SIMPLIFIED =
  /[们这为说时会来对国发过还经现间关问开该应让认识见觉议论设计许诉请谢谁调谈负责网络页业务优质营销电话联产东书买卖实际动态应环显视频标题检测记录给统线级结构纸织细约终绝继续维点热爱样种类压历两严专丰临举义乐习乡]/gu;

function shareOf(words: string[], known: ReadonlySet<string>): number {
  return words.filter((word) => known.has(word)).length / words.length;
}

function count(text: string, signs: RegExp): number {
  return (text.match(signs) ?? []).length;
}
