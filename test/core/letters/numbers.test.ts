import { ungroundedNumbers } from '../../../src/core/letters/numbers';

const facts = {
  period: 'quarter 4 of 2026',
  findings: [{ says: 'Images without a text: 3 of 12.' }],
  amount: '1,200.50',
  since: '21. November 2025',
};
const wrong = (text: string) => ungroundedNumbers(text, facts);

it('lets through what the facts hold, however it is written', () => {
  expect(wrong('In the 4th quarter of 2026, 3 of 12 images; since 21 November 2025.')).toEqual([]);
  expect(wrong('three of twelve, in the fourth quarter')).toEqual([]);
  expect(wrong('1200.5, 1.200,50 and 1,200.50')).toEqual([]);
  expect(wrong('１２ images')).toEqual([]);
});

it.each([
  ['a figure', '15 images', '15'],
  ['a percentage', 'traffic rises by 30%', '30'],
  ['a year', 'since 2019', '2019'],
  ['an ordinal', 'your 5th report', '5'],
  ['a spelled number', 'seven images', 'seven'],
  ['a spelled ordinal', 'the second time', 'second'],
  ['a German numeral', 'zwanzig Bilder in drei Wochen', 'zwanzig'],
  ['a German compound', 'seit zweiundzwanzig Tagen', 'zweiundzwanzig'],
  ['a German hundred', 'dreihundert Besucher', 'dreihundert'],
  ['a German share', 'auf die Hälfte', 'Hälfte'],
  ['a Chinese year', '二〇二三年', '二〇二三'],
  ['a Chinese share', '節省百分之五十', '五十'],
  ['a Chinese multiple', '快了三百倍', '三百'],
  ['a Japanese percentage', '三十パーセント', '三十'],
  ['a multiple', 'a hundredfold', 'hundredfold'],
  ['digits of another script', '٣٠٪', '30'],
  ['an English compound', 'twenty-five shops', 'twenty-five'],
  ['a spelled hundred', 'three hundred and five visitors', 'three hundred and five'],
  ['a spelled thousand', 'one thousand new readers', 'one thousand'],
  ['thousands', 'thousands of visitors', 'thousands'],
  ['both ends of a range', '30–45 days', '45'],
  ['a range in words', 'five to seven days', 'seven'],
  ['a German year', 'seit zweitausendneunzehn', 'zweitausendneunzehn'],
  ['a German multiple', 'das fünffache', 'fünffache'],
  ['a German ordinal', 'der zwanzigste Besuch', 'zwanzigste'],
  ['a Chinese discount', '全部八五折', '八五'],
  ['a Chinese time', '只要五分鐘', '五'],
  ['a native Japanese numeral', 'ヒントはななつあります', 'ななつ'],
  ['a circled digit', '⑤ tips', '5'],
  ['a fraction sign', '⅐ of it', '7'],
  ['a decimal', 'takes 2.5 seconds', '2.5'],
  ['a larger number with the same digits', '1.2005', '1.2005'],
])('finds %s that nobody measured', (_, text, found) => {
  expect(wrong(text)).toContain(found);
});

it('does not take “one” and “first” for figures', () => {
  expect(wrong('First of all, one thing: at once.')).toEqual([]);
});

it('looks at whole words, in scripts with marks too', () => {
  expect(wrong('auf kleinen Geräten, lighten, oftentimes')).toEqual([]);
});

it('names each only once', () => {
  expect(wrong('99 and 99')).toEqual(['99']);
});

it('does not take signs inside other words for figures', () => {
  expect(wrong('一起看一個小地方，十分簡單，萬一有問題請來信。一つだけ。')).toEqual([]);
});

it('knows a fact however it is spelled', () => {
  expect(wrong('第四季，十二張圖中有三張；vierten Quartal')).toEqual([]);
});

it('takes a compound for one number, so that its parts need not be facts', () => {
  expect(ungroundedNumbers('twenty-five of two hundred and six', { all: '25 of 206' })).toEqual([]);
  expect(ungroundedNumbers('fünfundzwanzig von zweihundertsechs', { all: '25 of 206' })).toEqual(
    [],
  );
  expect(ungroundedNumbers('twenty, five', { all: '25' })).toEqual(['twenty', 'five']);
});

it('does not take everyday words for numbers', () => {
  const german =
    'Bitte achten Sie darauf, ersten Schritt, einmal, vielfach, einfach, niemals, meist, beste';
  expect(wrong(german)).toEqual([]);
  expect(wrong('someone, one by one, at first, once more, often, weight')).toEqual([]);
});
