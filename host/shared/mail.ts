/** A file that goes with a mail; `body` is base64. */
export interface LetterFile {
  name: string;
  type: string;
  body: string;
}

/** A mail as a script writes it with MailApp or GmailApp. Addresses are lists with commas. */
export interface Letter {
  /** The sender's name; the address is the account's. */
  name: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  attachments: LetterFile[];
  /** Pictures by the key with which the html names them, as in `cid:key`. */
  inlineImages: Record<string, LetterFile>;
  /** The message that it answers, by its id in the mailbox. */
  answers: string | null;
}

/** A letter that says nothing yet. */
export const blankLetter: Letter = {
  name: '',
  to: '',
  cc: '',
  bcc: '',
  replyTo: '',
  subject: '',
  text: '',
  html: '',
  attachments: [],
  inlineImages: {},
  answers: null,
};

/** The subject of an answer. */
export const answerSubject = (subject: string): string =>
  /^re:/i.test(subject) ? subject : `Re: ${subject}`;

/** A message of the mailbox as GmailApp knows it; `date` in milliseconds since 1970. */
export interface MailMessage {
  id: string;
  threadId: string;
  labelIds: string[];
  date: number;
  headers: [name: string, value: string][];
  text: string;
  html: string;
}

/** A file of a message; inline ones are pictures that its html shows by their content id. */
export interface MailFile extends LetterFile {
  inline: boolean;
  contentId: string;
}

export interface MailDraft {
  id: string;
  messageId: string;
}

export interface MailLabel {
  id: string;
  name: string;
  type: 'system' | 'user';
}

/** Which threads to find: by Gmail's search and by a label; `count` of them after the first `start`. */
export interface ThreadSearch {
  query: string;
  label: string | null;
  start: number;
  count: number | null;
}

/** A change of labels, by their ids, on messages and on all messages of threads. */
export interface Relabelling {
  messages: string[];
  threads: string[];
  add: string[];
  remove: string[];
}

/** What MailApp and GmailApp ask of the machine's side. */
export interface MailCalls {
  'gmail.call'(args: { method: string; args: unknown[] }): unknown;
  /** How many recipients the day's quota still allows. */
  'mail.remaining'(args: object): number;
  /** Sends a letter and gives its message's id. */
  'mail.send'(args: { letter: Letter }): string;
  'mail.sendDraft'(args: { id: string }): string;
  /** Writes a new draft, or a known one anew. */
  'mail.keepDraft'(args: { id: string | null; letter: Letter }): MailDraft;
  'mail.deleteDraft'(args: { id: string }): null;
  'mail.drafts'(args: object): MailDraft[];
  /** The ids of the threads found, the latest first. */
  'mail.threads'(args: ThreadSearch): string[];
  /** The messages of each of these threads, the oldest first; none where there is no such thread. */
  'mail.threadMessages'(args: { ids: string[] }): MailMessage[][];
  'mail.messages'(args: { ids: string[] }): (MailMessage | null)[];
  'mail.files'(args: { id: string }): MailFile[];
  'mail.raw'(args: { id: string }): string;
  'mail.relabel'(args: Relabelling): null;
  'mail.labels'(args: object): MailLabel[];
  'mail.createLabel'(args: { name: string }): MailLabel;
  'mail.deleteLabel'(args: { id: string }): null;
}
