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
