import { unmeasuredNumbers } from '../../../src/core/letters/unmeasured';
import { aClient, aLetter, aProduct } from '../../support/rows';

const unmeasured = (body: string, checks = '') =>
  unmeasuredNumbers(aLetter({ body, checks }), {
    client: aClient({ since: '2025-03-01' }),
    products: [aProduct({ facts: 'Rankly watches 500 words.' })],
    language: 'en',
  });

it('names the numbers that stand nowhere, each once', () => {
  expect(unmeasured('In 1999 I earned 77777 euros, 42 % more than in 1999.')).toEqual([
    '1999',
    '77777',
    '42',
  ]);
});

it('knows what was measured, the quarter, the client’s day and the product’s facts', () => {
  const body = 'Quarter 4 of 2026: 3 of 12 images. We met on March 1, 2025. 500 words.';
  expect(unmeasured(body, '✗ image-alt: 3 of 12 images, such as <img>')).toEqual([]);
  expect(unmeasured(body)).toEqual(['12']);
});

it('knows the numerals in the fixed words of the report', () => {
  expect(unmeasured('✗ No description. Add a sentence or two that would make you click.')).toEqual(
    [],
  );
});
