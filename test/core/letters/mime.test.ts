import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { type Envelope, mimeMessage, TOKEN_HEADER } from '../../../src/core/letters/mime';

const envelope: Envelope = {
  from: { name: '陳美拉', address: 'mira@studio.example' },
  to: { name: 'Ms "Q" Lin', address: 'lin@bakery.example' },
  replyTo: 'hello@studio.example',
  date: Date.parse('2026-11-21T04:00:00Z'),
  token: 'abcdefghjkmnpqrstuvwxyz2',
  unsubscribe: { web: 'https://gate.example/exec?u=C-lin.x', mail: 'hello@studio.example' },
};
const mail = {
  subject: '您的網站本季狀況：bakery.example',
  text: 'Hallo Grüße\n-- \nMira\n',
  html: '<p>Grüße</p>',
};
const read = (raw: string) => PostalMime.parse(raw);

describe('mimeMessage', () => {
  const raw = mimeMessage(mail, envelope);

  it('is read back by an independent parser as it was meant', async () => {
    const parsed = await read(raw);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toEqual({ name: '陳美拉', address: 'mira@studio.example' });
    expect(parsed.to).toEqual([{ name: 'Ms "Q" Lin', address: 'lin@bakery.example' }]);
    expect(parsed.replyTo).toEqual([{ name: '', address: 'hello@studio.example' }]);
    expect(parsed.date).toBe('2026-11-21T04:00:00.000Z');
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.html?.trimEnd()).toBe(mail.html);
  });

  it('is ASCII in lines of at most 76 characters', () => {
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    const [headers = '', ...body] = raw.split('\r\n\r\n');
    expect(Math.max(...headers.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(
      Math.max(
        ...body
          .join('\n')
          .split(/\r?\n/)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(76);
  });

  it('offers to unsubscribe in one click and by mail', async () => {
    const { headers } = await read(raw);
    const header = (name: string) => headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')?.replace(/\s+/g, ' ')).toBe(
      '<https://gate.example/exec?u=C-lin.x>, <mailto:hello@studio.example?subject=unsubscribe>',
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header(TOKEN_HEADER.toLowerCase())).toBe(envelope.token);
  });

  it('promises no click where there is no gate', () => {
    const without = mimeMessage(mail, {
      ...envelope,
      unsubscribe: { web: '', mail: 'a@b.example' },
    });
    expect(without).not.toContain('List-Unsubscribe-Post');
    expect(without).toContain('List-Unsubscribe: <mailto:a@b.example?subject=unsubscribe>');
  });

  it('lets no text start a header of its own', () => {
    const forged = mimeMessage({ ...mail, subject: 'Hi\r\nBcc: all@evil.example' }, envelope);
    expect(forged).not.toMatch(/^Bcc:/m);
  });

  it('puts a mark in the place of half a character', async () => {
    const parsed = await read(
      mimeMessage({ ...mail, subject: 'Half \ud83d', text: 'half \udc00.' }, envelope),
    );
    expect(parsed.subject).toBe('Half \ufffd');
    expect(parsed.text?.trimEnd()).toBe('half \ufffd.');
  });

  it('carries any subject and text through', async () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (subject, text) => {
        const plain = subject.replace(/[\r\n\t]+/g, ' ').trim();
        const parsed = await read(mimeMessage({ ...mail, subject, text: `${text}.` }, envelope));
        expect(parsed.subject ?? '').toBe(plain);
        expect(parsed.text?.replace(/\r?\n$/, '')).toBe(`${text}.`.replace(/\r\n|\r/g, '\n'));
      }),
      { numRuns: 150 },
    );
  });
});
