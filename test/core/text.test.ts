import { isText } from '../../src/core/text';

it('tells text in any script from the bytes of other files', () => {
  expect(['Email;Name\r\n\tJörg\f', '郭言寧', ''].every(isText)).toBe(true);
  expect(['PK\u0003\u0004', '‰PNG\r\n\u001a', 'E\u0000m'].some(isText)).toBe(false);
});
