import { useEffect, useState } from 'preact/hooks';
import type { ListedMail } from '../../shared/view';
import { get, shownTime } from '../api';
import { useLive } from '../live';
import { OpenThread } from './open-thread';
import { boxes, isIn, partnersOf, threadsOf, type Box, type Thread } from './threads';

const mostShown = 500;

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
  const threads = threadsOf(mails);
  const current = threads.find((thread) => thread.mails.some(({ id }) => id === open));
  const inBox = (one: Box): Thread[] =>
    threads.filter((thread) => thread.mails.some((mail) => isIn(one, mail)));
  const wanted = words.toLowerCase();
  const shown = inBox(box).filter((thread) =>
    thread.mails.some(({ subject, from, to, start }) =>
      `${subject} ${from} ${to} ${start}`.toLowerCase().includes(wanted),
    ),
  );

  return (
    <main class={current ? 'mail-page reading' : 'mail-page'}>
      <section class="mail-list" aria-label="Mails">
        <div class="mail-tools">
          <div class="boxes" role="group" aria-label="Mailboxes">
            {boxes.map(([one, label]) => (
              <button type="button" aria-pressed={one === box} onClick={() => setBox(one)}>
                {label} <small>{inBox(one).length}</small>
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
        {shown.length === 0 && (
          <p class="empty">{words ? 'No mail has these words.' : 'No mail here yet.'}</p>
        )}
        {shown.slice(0, mostShown).map((thread) => (
          <ThreadLine key={thread.id} thread={thread} open={thread === current} />
        ))}
      </section>
      {current ? (
        <OpenThread key={current.id} thread={current} open={open} />
      ) : (
        <section class="message none">
          <p>Choose a mail to read it.</p>
        </section>
      )}
    </main>
  );
}

function ThreadLine({ thread, open }: { thread: Thread; open: boolean }) {
  const { mails, latest, subject, unread } = thread;
  const state = mails.some((mail) => mail.state === 'draft') ? 'draft' : latest.state;
  return (
    <a
      href={`#${latest.id}`}
      class={unread ? 'mail unread' : 'mail'}
      aria-current={open ? 'true' : undefined}
    >
      <span class="who">
        {partnersOf(thread)} {mails.length > 1 && <small>{mails.length}</small>}
      </span>
      <time dateTime={latest.date}>{shownTime(latest.date)}</time>
      <span class="subject">{subject || '(no subject)'}</span>
      <span class={`state ${state}`}>{state}</span>
      <span class="start">{latest.start}</span>
    </a>
  );
}
