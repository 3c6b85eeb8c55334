import { ApiError, notFound, type ApiMethod, type Mail } from './gmail';
import type { Label } from './mailbox';
import { labelResource } from './resources';

/** `Gmail.Users.Labels`. */
export function labelMethods({ mailbox, store }: Mail): Record<string, ApiMethod> {
  const find = (id: unknown): Label => {
    const label = mailbox.labels().find((one) => one.id === String(id));
    if (!label) throw notFound();
    return label;
  };
  const save = (label: Label): unknown => {
    store.record(mailbox, [{ label }]);
    return labelResource(label);
  };
  const rename: ApiMethod = ([input, , id]) => {
    const label = find(id);
    return save({ ...label, name: (input as { name?: string }).name ?? label.name });
  };

  return {
    'users.labels.list': () => ({ labels: mailbox.labels().map(labelResource) }),
    'users.labels.get': ([, id]) => labelResource(find(id)),
    'users.labels.create': ([input]) => {
      const { name } = input as { name?: string };
      // Unverified wording.
      if (!name) throw new ApiError('Invalid label name');
      const exists = mailbox
        .labels()
        .some((label) => label.name.toLowerCase() === name.toLowerCase());
      if (exists) throw new ApiError('Label name exists or conflicts', 409);
      const numbers = mailbox.labels().map(({ id }) => Number(/^Label_(\d+)$/.exec(id)?.[1] ?? 0));
      return save({ id: `Label_${Math.max(...numbers) + 1}`, name, type: 'user' });
    },
    'users.labels.update': rename,
    'users.labels.patch': rename,
    'users.labels.remove': ([, id]) => {
      store.record(mailbox, [{ unlabel: find(id).id }]);
      return null;
    },
  };
}
