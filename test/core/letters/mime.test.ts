import fc from 'fast-check';
import PostalMime from 'postal-mime';
import {
  type Envelope,
  mimeMessage,
  TOKEN_HEADER,
  unsubscribeByMail,
} from '../../../src/core/letters/mime';

const envelope: Envelope = {
  from: { name: '陳美拉', address: 'mira@studio.example' },
  to: { name: 'Ms "Q" Lin', address: 'lin@bakery.example' },
  replyTo: 'hello@studio.example',
  date: Date.parse('2026-11-21T04:00:00Z'),
  token: 'abcdefghjkmnpqrstuvwxyz2',
  unsubscribe: {
    web: 'https://gate.example/exec?u=C-lin.x',
    mail: unsubscribeByMail('mira@studio.example', 'C-lin.x'),
  },
};
const mail = {
  language: 'zh-TW' as const,
  subject: '您的網站本季狀況：bakery.example',
  text: 'Hallo Grüße\n-- \nMira\n',
  html: '<p>Grüße</p>',
};
const read = (raw: string) => PostalMime.parse(raw);
const longestLine = (text: string): number =>
  Math.max(...text.split(/\r?\n/).map((line) => line.length));

describe('mimeMessage', () => {
  const raw = mimeMessage(mail, envelope);

  it('is read back by an independent parser as it was meant', async () => {
    const parsed = await read(raw);
    const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toEqual({ name: '陳美拉', address: 'mira@studio.example' });
    expect(parsed.to).toEqual([{ name: 'Ms "Q" Lin', address: 'lin@bakery.example' }]);
    expect(parsed.replyTo).toEqual([{ name: '', address: 'hello@studio.example' }]);
    expect(parsed.date).toBe('2026-11-21T04:00:00.000Z');
    expect(parsed.messageId).toBe('<abcdefghjkmnpqrstuvwxyz2@studio.example>');
    expect(header('content-language')).toBe('zh-TW');
    expect(header('list-unsubscribe')?.replace(/\s+/g, ' ')).toBe(
      '<https://gate.example/exec?u=C-lin.x>, <mailto:mira@studio.example?subject=unsubscribe%20C-lin.x>',
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header(TOKEN_HEADER.toLowerCase())).toBe(envelope.token);
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.html?.trimEnd()).toBe(mail.html);
  });

  it('is ASCII in lines of at most 76 characters, but for an address that cannot be broken', () => {
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    const longGate = `https://gate.example/${'a'.repeat(80)}/exec?u=C-lin.x`;
    const unsubscribe = { ...envelope.unsubscribe, web: longGate };
    const lines = mimeMessage(mail, { ...envelope, unsubscribe }).split('\r\n');
    expect(lines.filter((line) => line.length > 76)).toEqual([`List-Unsubscribe: <${longGate}>,`]);
    const usual = raw.split('\r\n').filter((line) => !line.includes('<mailto:'));
    expect(longestLine(usual.join('\n'))).toBeLessThanOrEqual(76);
  });

  it('promises no click where there is no gate', () => {
    const { mail: byMail } = envelope.unsubscribe;
    const without = mimeMessage(mail, { ...envelope, unsubscribe: { web: '', mail: byMail } });
    expect(without).not.toContain('List-Unsubscribe-Post');
    expect(without).toContain(`List-Unsubscribe: <${byMail}>`);
    const test = mimeMessage(mail, { ...envelope, unsubscribe: { web: '', mail: '' } });
    expect(test).not.toContain('List-Unsubscribe');
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

  it('carries any subject, names and bodies through, in short lines of ASCII', async () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
    const anyBody = fc.array(anyText, { maxLength: 5 }).map((lines) => `${lines.join('\n')}.`);
    const plain = (text: string) => text.replace(/[\r\n\t]+/g, ' ').trim();
    const lines = (text: string) => text.replace(/\r\n|\r/g, '\n');
    const given = fc.record({
      subject: anyText,
      from: anyText,
      to: anyText,
      text: anyBody,
      html: anyBody,
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ subject, from, to, text, html }) => {
        const source = mimeMessage(
          { ...mail, subject, text, html: `<p>${html}` },
          {
            ...envelope,
            from: { ...envelope.from, name: from },
            to: { ...envelope.to, name: to },
          },
        );
        expect(source).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(longestLine(source.replace(/^.*<mailto:.*$/m, ''))).toBeLessThanOrEqual(76);
        const parsed = await read(source);
        expect(parsed.subject ?? '').toBe(plain(subject));
        expect(parsed.from).toEqual({ name: plain(from), address: envelope.from.address });
        expect(parsed.to).toEqual([{ name: plain(to), address: envelope.to.address }]);
        expect(parsed.text?.replace(/\r?\n$/, '')).toBe(lines(text));
        expect(parsed.html?.replace(/\r?\n$/, '')).toBe(lines(`<p>${html}`));
      }),
      { numRuns: 200 },
    );
  });
});
