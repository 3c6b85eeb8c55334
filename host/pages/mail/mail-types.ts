/** A mail as the list shows it. */
export interface MailSummary {
  id: string;
  state: 'draft' | 'sent' | 'received';
  labels: string[];
  from: string;
  to: string;
  subject: string;
  date: string;
  start: string;
}

/** A mail with all that it holds. */
export interface Mail extends Omit<MailSummary, 'start'> {
  headers: [name: string, value: string][];
  text: string;
  html: string;
  attachments: { fileName: string; mimeType: string }[];
}

/** The first value of a header. */
export function headerOf(mail: Mail, name: string): string {
  const wanted = name.toLowerCase();
  return mail.headers.find(([header]) => header.toLowerCase() === wanted)?.[1] ?? '';
}

/** Who a mail is to or from, without the address where there is a name. */
export function nameOf(address: string): string {
  return /^\s*"?([^"<]+?)"?\s*</.exec(address)?.[1] ?? address;
}
