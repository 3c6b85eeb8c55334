import { readdirSync } from 'node:fs';
import path from 'node:path';
import { WHEN_KINDS } from '../../../../src/core/letters/whens';
import { WHENS } from '../../../../src/core/workbook';

it('lists every kind once: in its folder, in the workbook’s choices and here', () => {
  const files = readdirSync(path.join(__dirname, '../../../../src/core/letters/whens'))
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'index' && name !== 'when');
  const ids = WHEN_KINDS.map(({ id }) => id as string);
  expect([...ids].sort()).toEqual(files.sort());
  expect([...ids].sort()).toEqual([...WHENS].sort());
});
