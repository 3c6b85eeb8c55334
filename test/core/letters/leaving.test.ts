import { whenAllLeave } from '../../../src/core/letters/leaving';

const when = (waiting: number, room: number) => whenAllLeave(waiting, room, 100, '2026-11-21');

it('says nothing where all may go today', () => {
  expect(when(0, 100)).toBe('');
  expect(when(100, 100)).toBe('');
});

it('says when the last leaves', () => {
  expect(when(262, 100)).toBe('262 letters wait; at 100 a day the last leaves on Mon 23 Nov.');
  expect(when(1, 0)).toBe('1 letter waits; at 100 a day the last leaves on Sun 22 Nov.');
  expect(when(1, -3)).toContain('Sun 22 Nov');
});
