import { renderLetter } from '../../../src/core/letters/letter';
import { readSettings } from '../../../src/core/settings';
import { aClient, aLetter, aProduct } from '../../support/rows';

const allowed = aProduct({ id: 'P-a', name: 'Rankly' });
const barred = aProduct({
  id: 'P-b',
  name: 'Bookish',
  network: 'Amazon Associates',
  destination: 'https://www.amazon.de/dp/B000000000?tag=jo-21',
});

const render = (body: string) =>
  renderLetter(aLetter({ products: ['P-b', 'P-a'], body }), {
    client: aClient(),
    products: new Map([allowed, barred].map((product) => [product.id, product])),
    settings: readSettings([]).settings,
    unsubscribe: '',
    addressOf: ({ id }) => `https://gate.example/?l=${id}`,
  });

describe('renderLetter', () => {
  const { text, html } = render(
    'Hello Ms Lin.\n\nBookish could help you. So could this:\n\n[[product A]]\n\nAnd Rankly:\n\n[[product B]]',
  );

  it('leaves out a product that its programme keeps out of mails, and every sentence that names it', () => {
    for (const part of [text, html]) {
      expect(part).not.toContain('Bookish');
      expect(part).not.toContain('product A');
      expect(part).not.toContain('l=P-b');
    }
  });

  it('keeps the others in their places', () => {
    expect(text).toContain('So could this:');
    expect(text).toContain('Rankly\nhttps://gate.example/?l=P-a');
  });
});
