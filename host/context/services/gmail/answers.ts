import { escapeHtml } from '../../../shared/html';
import { answerSubject, type Letter, type MailFile, type MailMessage } from '../../../shared/mail';
import { boot } from '../../bridge';
import { addressesOf, letterOf, mailboxesOf, type MailOptions } from '../letter';

/** The first value of a header, or an empty text. */
export function headerOf({ headers }: MailMessage, name: string): string {
  const wanted = name.toLowerCase();
  return headers.find(([header]) => header.toLowerCase() === wanted)?.[1] ?? '';
}

/**
 * An answer to the sender, at the reply-to address, or with `toAll` to everybody else too. What is
 * answered is not quoted; an answer to one's own mail goes to oneself, as on Google.
 */
export function answerTo(
  message: MailMessage,
  body: string,
  options: MailOptions,
  toAll: boolean,
): Letter {
  const sender = headerOf(message, 'Reply-To') || headerOf(message, 'From');
  const others = toAll ? withoutOwn(headerOf(message, 'To'), sender) : [];
  const copies = toAll ? withoutOwn(headerOf(message, 'Cc'), sender) : [];
  const to = [sender, ...others].join(', ');
  const cc = [...copies, ...mailboxesOf(options.cc ?? '')].join(', ');
  const subject = options.subject ?? answerSubject(headerOf(message, 'Subject'));
  return { ...letterOf(to, subject, body, { ...options, cc }), answers: message.id };
}

function withoutOwn(list: string, sender: string): string[] {
  const left = [boot().owner, ...addressesOf(sender).map((address) => address.toLowerCase())];
  return mailboxesOf(list).filter((one) => {
    const [address = ''] = addressesOf(one);
    return !left.includes(address.toLowerCase());
  });
}

/** The message for somebody else, with its files; options may replace its html. */
export function forwardOf(
  message: MailMessage,
  recipient: string,
  files: MailFile[],
  options: MailOptions,
): Letter {
  const subject = headerOf(message, 'Subject');
  const kept = ['From', 'Date', 'Subject', 'To', 'Cc'].flatMap((name) => {
    const value = headerOf(message, name);
    return value ? [`${name}: ${value}`] : [];
  });
  const lines = ['---------- Forwarded message ---------', ...kept];
  const html = message.html
    ? `${lines.map(escapeHtml).join('<br>')}<br><br>${message.html}`
    : undefined;
  const letter = letterOf(
    recipient,
    options.subject ?? (/^fwd?:/i.test(subject) ? subject : `Fwd: ${subject}`),
    `${lines.join('\n')}\n\n${message.text}`,
    { ...options, htmlBody: options.htmlBody ?? html ?? null },
  );
  const pictures = files.filter(({ inline, contentId }) => inline && contentId);
  const inlineImages = Object.fromEntries(pictures.map((file) => [file.contentId, file]));
  const attachments = files.filter((file) => !pictures.includes(file));
  return {
    ...letter,
    attachments: [...attachments, ...letter.attachments],
    inlineImages: { ...inlineImages, ...letter.inlineImages },
  };
}
