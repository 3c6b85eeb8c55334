import { useEffect, useState } from 'preact/hooks';
import type { ListedMail } from '../../shared/view';
import { get, shownTime } from '../api';
import { useLive } from '../live';
import { nameOf } from './headers';
import { Message } from './message';

type Box = 'all' | ListedMail['state'];

const boxes: [box: Box, label: string][] = [
  ['all', 'All'],
  ['draft', 'Drafts'],
  ['sent', 'Sent'],
  ['received', 'Received'],
];

/** The owner's mailbox: nothing in it has ever left this machine. */
export function MailPage() {
  const [mails] = useLive(() => get<ListedMail[]>('/host/ui/mail'), ['mailbox']);
  const [box, setBox] = useState<Box>('all');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(location.hash.slice(1));
  useEffect(() => {
    const follow = (): void => setOpen(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  if (!mails) return <main class="mail-page" aria-busy="true" />;
  const wanted = words.toLowerCase();
  const shown = mails.filter(
    ({ state, subject, from, to }) =>
      (box === 'all' || state === box) && `${subject} ${from} ${to}`.toLowerCase().includes(wanted),
  );
  const current = mails.some(({ id }) => id === open) ? open : null;
  const count = (one: Box): number =>
    one === 'all' ? mails.length : mails.filter(({ state }) => state === one).length;

  return (
    <main class={current ? 'mail-page reading' : 'mail-page'}>
      <section class="mail-list" aria-label="Mails">
        <div class="mail-tools">
          <div class="boxes" role="group" aria-label="Mailboxes">
            {boxes.map(([one, label]) => (
              <button type="button" aria-pressed={one === box} onClick={() => setBox(one)}>
                {label} <small>{count(one)}</small>
              </button>
            ))}
          </div>
          <input
            type="search"
            placeholder="Search mail"
            aria-label="Search mail"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        {shown.length === 0 && <p class="empty">No mail here yet.</p>}
        {shown.slice(0, 500).map((mail) => (
          <a
            key={mail.id}
            href={`#${mail.id}`}
            class={mail.labels.includes('UNREAD') ? 'mail unread' : 'mail'}
            aria-current={mail.id === open ? 'true' : undefined}
          >
            <span class="who">
              {mail.state === 'received' ? nameOf(mail.from) : nameOf(mail.to)}
            </span>
            <time dateTime={mail.date}>{shownTime(mail.date)}</time>
            <span class="subject">{mail.subject || '(no subject)'}</span>
            <span class={`state ${mail.state}`}>{mail.state}</span>
            <span class="start">{mail.start}</span>
          </a>
        ))}
      </section>
      {current ? (
        <Message key={current} id={current} />
      ) : (
        <section class="message none">
          <p>Choose a mail to read it.</p>
        </section>
      )}
    </main>
  );
}
