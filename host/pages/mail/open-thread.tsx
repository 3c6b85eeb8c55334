import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedMail } from '../../shared/view';
import { post, shownTime } from '../api';
import { nameOf } from './headers';
import { Message } from './message';
import { Reply } from './reply';
import { isUnread, type Thread } from './threads';

/** A conversation: its mails one below the other, of which the one meant and the last are open. */
export function OpenThread({ thread, open }: { thread: Thread; open: string }) {
  const { mails, latest, subject } = thread;
  const [unfolded, setUnfolded] = useState<string[]>([]);
  useEffect(() => {
    setUnfolded((before) => [...new Set([...before, open, latest.id])]);
  }, [open, latest.id]);
  const toggle = (id: string): void =>
    setUnfolded((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id],
    );
  return (
    <section class="message" aria-label={subject}>
      <header>
        <a class="back" href="#">
          ← All mail
        </a>
        <h1>{subject || '(no subject)'}</h1>
      </header>
      {mails.map((mail) => (
        <ThreadMail
          key={mail.id}
          mail={mail}
          meant={mail.id === open && mails.length > 1}
          unfolded={unfolded.includes(mail.id)}
          toggle={() => toggle(mail.id)}
        />
      ))}
      {latest.state !== 'draft' && <Reply mail={latest} />}
    </section>
  );
}

interface ThreadMailProperties {
  mail: ListedMail;
  meant: boolean;
  unfolded: boolean;
  toggle: () => void;
}

function ThreadMail({ mail, meant, unfolded, toggle }: ThreadMailProperties) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (meant) place.current?.scrollIntoView({ block: 'start' });
  }, [meant]);
  useEffect(() => {
    if (unfolded && isUnread(mail)) void post(`/host/ui/mail/${mail.id}/read`);
  }, [unfolded, mail.id]);
  return (
    <article class="thread-mail" ref={place}>
      <button type="button" class="envelope" aria-expanded={unfolded} onClick={toggle}>
        <b>{nameOf(mail.from) || 'me'}</b>
        <span class="start">{unfolded ? `to ${nameOf(mail.to) || 'nobody yet'}` : mail.start}</span>
        {mail.state === 'draft' && <span class="state draft">draft</span>}
        <time dateTime={mail.date}>{shownTime(mail.date)}</time>
      </button>
      {unfolded && <Message id={mail.id} />}
    </article>
  );
}
