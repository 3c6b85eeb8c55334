import type { MailInfo } from '../../shared/control';

/** The first value of a header. */
export function headerOf(mail: MailInfo, name: string): string {
  const wanted = name.toLowerCase();
  return mail.headers.find(([header]) => header.toLowerCase() === wanted)?.[1] ?? '';
}

/** Who a mail is to or from, without the address where there is a name. */
export function nameOf(address: string): string {
  return /^\s*"?([^"<]+?)"?\s*</.exec(address)?.[1] ?? address;
}

/** The first of a list of addresses; a comma within quotes does not part them. */
export function firstOf(list: string): string {
  return /^\s*((?:"(?:\\.|[^"\\])*"|[^,])*)/.exec(list)?.[1]?.trim() ?? list;
}
