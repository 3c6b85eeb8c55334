import { useState } from 'preact/hooks';
import type { MailSummary } from '../../shared/control';
import { post } from '../api';
import { firstOf } from './headers';

/** Plays the other side: an answer to this mail arrives in the mailbox. */
export function Reply({ mail }: { mail: MailSummary }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const from = firstOf(mail.state === 'sent' ? mail.to : mail.from);
  const send = async (): Promise<void> => {
    try {
      const arrival = { inReplyTo: mail.id, from, text };
      const { id } = await post<{ id: string }>('/host/mail/receive', arrival);
      setText('');
      setProblem('');
      location.hash = id;
    } catch (reason) {
      setProblem((reason as Error).message);
    }
  };
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        Let {from} answer
        <textarea rows={3} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="primary" disabled={!text.trim()}>
        Deliver answer
      </button>
    </form>
  );
}
