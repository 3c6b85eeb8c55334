import { notes } from '../../../../src/core/letters/checks/notes';
import { gatherFacts } from '../../../../src/core/letters/facts';
import { aClient, anOccasion, TODAY } from '../../../support/rows';

const company = '株式会社さくらデザイン事務所';
const facts = gatherFacts(aClient({ company }), { seen: false, why: 'no site' }, [], {
  sender: 'Mira Chen',
  today: TODAY,
  language: 'ja',
  occasion: anOccasion(),
  report: 'check-in',
});
const failures = (body: string, noted: string): string[] =>
  notes.failures({ subject: 'ご報告', body }, facts, { notes: noted, others: [] });

it('lets a letter name its own client, although the notes do so too', () => {
  expect(failures(`${company}の皆さま`, `${company}は支払いが遅い`)).toEqual([]);
});

it('finds what is repeated from the notes, before or after such a name', () => {
  const noted = `${company}の社長は値上げの話を聞きたがらない`;
  expect(failures('社長は値上げの話を聞きたがらないとのこと', noted)).toHaveLength(1);
});
