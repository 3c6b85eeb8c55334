import { capital } from '../../../src/core/words/capital';

it('begins a sentence in upper case, and nothing else', () => {
  expect(['the workbook is ready', '3 letters sent', 'über', ''].map(capital)).toEqual([
    'The workbook is ready',
    '3 letters sent',
    'Über',
    '',
  ]);
});
