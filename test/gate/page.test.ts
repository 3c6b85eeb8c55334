import { HtmlValidate } from 'html-validate';
import { confirmPage, emptyPage, unsubscribedPage, visitPage } from '../../src/gate/page';
import type { GateReply } from '../../src/gate/services';
import { WORDS } from '../../src/core/words';

const page = {
  sender: 'Mira <i>Chen',
  contact: 'mira@studio.example',
  address: 'https://gate.example/exec',
  picture: 'data:image/png;base64,iVBORw0KGgo=',
  disclosure: '',
  texts: Object.fromEntries(Object.entries(WORDS).map(([tag, words]) => [tag, words.page])),
};
const PAGES: [string, GateReply][] = [
  [
    'a visit',
    visitPage(
      page,
      { product: 'Rank "ly" </script>', why: '<b>Because</b> {product} & {constructor}' },
      'https://r.example/?a=1&b=2',
      'abcdefgh',
      'vvvvv',
    ),
  ],
  ['a product that rests', emptyPage(page, 'resting')],
  ['an unknown link', emptyPage(page, 'unknown')],
  ['the question before unsubscribing', confirmPage(page, 'C-lin.abc')],
  ['the confirmation', unsubscribedPage(page, true)],
  ['the apology', unsubscribedPage(page, false)],
];
const html = (reply: GateReply): string => ('html' in reply ? reply.html : '');

it.each(PAGES)('%s is valid HTML', async (_, reply) => {
  const report = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'no-inline-style': 'off',
      'require-sri': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
    },
  }).validateString(html(reply));
  expect(
    report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    ),
  ).toEqual([]);
});

it.each(PAGES)('%s loads nothing from outside and is small', (_, reply) => {
  expect(html(reply)).not.toMatch(/<link|src="http|@import|url\(http/);
  expect(html(reply).length).toBeLessThan(15_000);
});

it.each(PAGES)('%s takes names for text', (_, reply) => {
  expect(html(reply)).not.toContain('<i>Chen');
  expect(html(reply).match(/<\/script>/g)).toHaveLength(1);
});

it('says what is not given in another language in English, and the freelancer’s own disclosure', () => {
  const given = { ...page, disclosure: 'Paid link.', texts: { de: { go: 'Weiter' } } };
  const own = html(visitPage(given, { product: 'X' }, 'https://x.example', 'abcdefgh', 'vvvvv'));
  expect(own).toContain('<html lang="de">');
  expect(own).toContain('Paid link.');
  expect(own).toContain('>Weiter</a');
  expect(own).toContain('Mira &lt;i&gt;Chen recommends');
});
