import { allPages, aPage, htmlOf, WHYS } from '../test/support/pages';
import { LANGUAGES } from '../src/core/words/language';

/** Prints every page of the gate as JSON: the one behind a link in each language, the others in English. */

const [, ...others] = allPages(aPage());
const visits = LANGUAGES.map((language) => {
  const [[, reply] = ['', { json: {} }]] = allPages(aPage(), WHYS[language]);
  return [`visit ${language}`, reply] as const;
});
console.log(
  JSON.stringify(
    Object.fromEntries([...visits, ...others].map(([name, reply]) => [name, htmlOf(reply)])),
  ),
);
