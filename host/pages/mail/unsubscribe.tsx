import { useState } from 'preact/hooks';
import type { MailInfo } from '../../shared/control';
import { post } from '../api';
import { headerOf } from './headers';

/** What a mail client's own unsubscribe button does: one click, as RFC 8058 has it. */
export function Unsubscribe({ mail }: { mail: MailInfo }) {
  const [answer, setAnswer] = useState('');
  if (!headerOf(mail, 'List-Unsubscribe-Post')) return null;
  const unsubscribe = async (): Promise<void> => {
    try {
      const { status } = await post<{ status: number }>(`/host/ui/mail/${mail.id}/unsubscribe`);
      setAnswer(status < 300 ? 'Unsubscribed' : `The sender answered ${status}`);
    } catch (reason) {
      setAnswer((reason as Error).message);
    }
  };
  return (
    <span class="unsubscribe">
      <button type="button" onClick={() => void unsubscribe()}>
        Unsubscribe
      </button>
      <span role="status">{answer}</span>
    </span>
  );
}
