import { mail } from '../../src/google/mail';

const NAME = 'X-Letter';
const gone = (): never => {
  throw new Error(
    'API call to gmail.users.drafts.delete failed with error: Requested entity was not found.',
  );
};
const withHeader = (value: string) => ({ payload: { headers: [{ name: NAME, value }] } });

/** A mailbox of drafts and sent mails by their header's value, which counts what it is asked. */
function mailbox(drafts: string[], sent: string[], nextPageToken?: string) {
  const asked: string[] = [];
  const rest = nextPageToken === undefined ? {} : { nextPageToken };
  const users = {
    Drafts: {
      list: () => ({ drafts: drafts.map((id) => ({ id })), ...rest }),
      get: (_: string, id: string) => {
        asked.push(id);
        return { id, message: { threadId: `t-${id}`, ...withHeader(id) } };
      },
      remove: gone,
    },
    Messages: {
      list: () => ({ messages: sent.map((id) => ({ id, threadId: `t-${id}` })) }),
      get: (_: string, id: string) => {
        asked.push(id);
        return withHeader(id);
      },
    },
  };
  Object.assign(globalThis, { Gmail: { Users: users } });
  return asked;
}

afterEach(() => {
  Object.assign(globalThis, { Gmail: undefined });
});

it('does not mind that a draft to delete is gone already', () => {
  mailbox([], []);
  expect(() => {
    mail().deleteDraft('d');
  }).not.toThrow();
});

it('looks for all mails in one pass, among drafts first and then among what was sent', () => {
  const asked = mailbox(['a', 'x'], ['b', 'y']);
  const { found, isWhole } = mail().findMails(NAME, ['a', 'b', 'c']);
  expect([...found]).toEqual([
    ['a', { draftId: 'a', threadId: 't-a' }],
    ['b', { draftId: '', threadId: 't-b' }],
  ]);
  expect(isWhole).toBe(true);
  expect(asked).toEqual(['a', 'x', 'b', 'y']);
});

it('says where there were more mails than it looked at', () => {
  mailbox(['x'], [], 'more');
  expect(mail().findMails(NAME, ['a'])).toEqual({ found: new Map(), isWhole: false });
});

it('stops as soon as everything is found', () => {
  const asked = mailbox(['a', 'x'], ['y'], 'more');
  expect(mail().findMails(NAME, ['a']).isWhole).toBe(true);
  expect(asked).toEqual(['a']);
});
