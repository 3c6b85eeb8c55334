import type { LetterContent } from '../../../src/core/letters/blocks';
import { renderMail } from '../../../src/core/letters/mail';

const content: LetterContent = {
  language: 'en',
  subject: 'Your site & you',
  body: 'Hello Ms Lin,\nhow are you?\n\n✗ No title. Add one.\n✓ It answers.\n\nThis may help:\n\n[[product A]]\n\nAnd this:\n\n[[product B]]\n\nMira',
  offers: [
    { name: 'Rankly <b>', address: 'https://gate.example/exec?l=abcdefgh' },
    { name: 'Hosty', address: 'https://gate.example/exec?l=hgfedcba' },
  ],
  sender: 'Mira Chen',
  postalAddress: '1 Any Street, Taipei',
  consentBasis: 'contract 2025',
  unsubscribe: 'https://gate.example/exec?u=C-lin.x',
};

const words = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('renderMail', () => {
  const { html, text } = renderMail(content);

  it.each([
    ['text', text],
    ['HTML', words(html)],
  ])('stands the disclosure directly before the links in the %s part', (_, part) => {
    const disclosure = part.indexOf('the links below are affiliate links');
    const between = part.slice(disclosure, part.indexOf('Rankly', disclosure));
    expect(disclosure).toBeGreaterThan(part.indexOf('This may help'));
    expect(between).not.toMatch(/Mira|help/);
    expect(part.indexOf('This, too, is an affiliate link')).toBeGreaterThan(
      part.indexOf('And this'),
    );
  });

  it('says who writes, from where, why, and how to stop it, in both parts', () => {
    for (const part of [text, html]) {
      expect(part).toContain('1 Any Street, Taipei');
      expect(part).toContain('because you agreed to hear from Mira Chen (contract 2025)');
      expect(part).toContain('?u');
    }
    expect(text).toContain('https://gate.example/exec?u=C-lin.x');
  });

  it('takes everything for text', () => {
    expect(html).not.toContain('<b>');
    expect(html).toContain('Rankly &lt;b&gt;');
    expect(html).toContain('Your site &amp; you');
  });

  it('sets the report as a list in the order it was written', () => {
    expect(words(html)).toMatch(/What I measured ✗ No title\. Add one\. ✓ It answers\./);
  });

  it('sets the line directly above the report as its title', () => {
    const body = 'Hello\n\nHow your brand shows\n✗ No icon.\n◦ Colours: 3.\n\nMira';
    const titled = renderMail({ ...content, body, offers: [] });
    expect(titled.text).toContain('How your brand shows\n✗ No icon.\n◦ Colours: 3.\n\nMira');
    expect(words(titled.html)).toMatch(
      /Hello How your brand shows ✗ No icon\. ◦ Colours: 3\. Mira/,
    );
    expect(titled.html).not.toMatch(/class="line"[^>]*>How your brand/);
  });

  it('keeps line breaks within a paragraph', () => {
    expect(html).toMatch(/Hello Ms Lin,<br ?\/?>how are you\?/);
  });

  it('leaves no empty paragraph and repeats nothing', () => {
    expect(html).not.toMatch(/<p[^>]*>\s*<\/p>/);
    expect(words(html).match(/affiliate link/g)).toHaveLength(2);
    expect(words(html).match(/Hosty/g)).toHaveLength(1);
  });

  it('has no image, no script and nothing loaded from outside', () => {
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
    expect(html.length).toBeLessThan(102_000);
  });

  it('stays silent about links where there are none', () => {
    const plain = renderMail({ ...content, body: 'Hello', offers: [], consentBasis: '' });
    expect(plain.text).not.toContain('affiliate');
    expect(plain.text).toContain('because Mira Chen has worked with you');
  });
});
