import { ScriptError } from '../engine/script-error';
import type { Mail } from './drafts';
import type { Label, MailChange, Mailbox, Message } from './mailbox';

/** Labels that follow from what a message is; nobody may give or take them. */
const fixedLabels = ['SENT', 'DRAFT', 'CHAT'];

/** Gives labels to messages and takes others away, in one step. */
export function relabel(
  { mailbox, store }: Mail,
  messages: Message[],
  add: readonly string[],
  remove: readonly string[],
): void {
  for (const label of [...add, ...remove]) checkLabel(mailbox, label);
  const changes = messages.flatMap((message): MailChange[] => {
    const kept = message.labelIds.filter((label) => !remove.includes(label));
    const labelIds = [...new Set([...kept, ...add])];
    const same = labelIds.length === message.labelIds.length && kept.length === labelIds.length;
    return same ? [] : [{ relabel: message.id, labelIds }];
  });
  if (changes.length) store.record(mailbox, changes);
}

function checkLabel(mailbox: Mailbox, id: string): void {
  const known = mailbox.labels().some((label) => label.id === id);
  if (!known || fixedLabels.includes(id)) throw new ScriptError(`Invalid label: ${id}`);
}

/** A new label of the user's own. */
export function createLabel(
  { mailbox, store }: Pick<Mail, 'mailbox' | 'store'>,
  label: Omit<Label, 'id' | 'type'>,
): Label {
  const numbers = mailbox.labels().map(({ id }) => Number(/^Label_(\d+)$/.exec(id)?.[1] ?? 0));
  const made: Label = { ...label, id: `Label_${Math.max(...numbers) + 1}`, type: 'user' };
  store.record(mailbox, [{ label: made }]);
  return made;
}

/** The label of this name, whatever its case. */
export function labelNamed(mailbox: Mailbox, name: string): Label | undefined {
  return mailbox.labels().find((label) => label.name.toLowerCase() === name.toLowerCase());
}
