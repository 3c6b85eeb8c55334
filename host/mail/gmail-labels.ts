import type { Mail } from './drafts';
import { ApiError, notFound, type ApiMethod } from './gmail';
import { createLabel, labelNamed } from './labels';
import type { Label, Message } from './mailbox';
import { labelResource } from './resources';

type LabelInput = Partial<Omit<Label, 'id' | 'type'>>;

/** `Gmail.Users.Labels`. */
export function labelMethods(mail: Mail): Record<string, ApiMethod> {
  const { mailbox, store } = mail;
  const find = (id: unknown): Label => {
    const label = mailbox.labels().find((one) => one.id === String(id));
    if (!label) throw notFound();
    return label;
  };
  const own = (id: unknown): Label => {
    const label = find(id);
    // Unverified wording.
    if (label.type === 'system') throw new ApiError(`Invalid label: ${label.id}`);
    return label;
  };
  const checkName = (name: string, except?: string): void => {
    const same = labelNamed(mailbox, name);
    if (same && same.id !== except) throw new ApiError('Label name exists or conflicts', 409);
  };
  const change: ApiMethod = ([input, , id]) => {
    const label = own(id);
    const given = knownFields(input as LabelInput);
    if (given.name !== undefined) checkName(given.name, label.id);
    store.record(mailbox, [{ label: { ...label, ...given } }]);
    return labelResource(find(label.id));
  };

  return {
    'users.labels.list': () => ({ labels: mailbox.labels().map(labelResource) }),
    'users.labels.get': ([, id]) => {
      const label = find(id);
      return { ...labelResource(label), ...counts(mailbox.all(), label.id) };
    },
    'users.labels.create': ([input]) => {
      const { name, ...looks } = knownFields(input as LabelInput);
      // Unverified wording.
      if (!name) throw new ApiError('Invalid label name');
      checkName(name);
      return labelResource(createLabel(mail, { name, ...looks }));
    },
    'users.labels.update': change,
    'users.labels.patch': change,
    'users.labels.remove': ([, id]) => {
      store.record(mailbox, [{ unlabel: own(id).id }]);
      return null;
    },
  };
}

/** What a script may say of a label; the rest is Gmail's. */
function knownFields(input: LabelInput): LabelInput {
  const { name, labelListVisibility, messageListVisibility, color } = input;
  return {
    ...(name === undefined ? {} : { name }),
    ...(labelListVisibility === undefined ? {} : { labelListVisibility }),
    ...(messageListVisibility === undefined ? {} : { messageListVisibility }),
    ...(color === undefined ? {} : { color }),
  };
}

function counts(messages: Message[], label: string): Record<string, number> {
  const all = messages.filter(({ labelIds }) => labelIds.includes(label));
  const unread = all.filter(({ labelIds }) => labelIds.includes('UNREAD'));
  const threads = (some: Message[]): number => new Set(some.map(({ threadId }) => threadId)).size;
  return {
    messagesTotal: all.length,
    messagesUnread: unread.length,
    threadsTotal: threads(all),
    threadsUnread: threads(unread),
  };
}
