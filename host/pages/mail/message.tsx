import { useEffect, useState } from 'preact/hooks';
import type { MailInfo } from '../../shared/control';
import { get, post, shownTime } from '../api';
import { useLive } from '../live';
import { headerOf } from './headers';

const views = ['Mail', 'Plain text', 'Headers', 'Source'] as const;
type View = (typeof views)[number];

/** The mail with this id, once it is loaded. */
export function Message({ id }: { id: string }) {
  const [mail] = useLive(() => get<MailInfo>(`/host/ui/mail/${id}`), ['mailbox'], id);
  return mail ? <OpenMail mail={mail} /> : <section class="message" aria-busy="true" />;
}

/** A mail as a client would show it, and what is behind it. */
function OpenMail({ mail }: { mail: MailInfo }) {
  const [view, setView] = useState<View>(mail.html ? 'Mail' : 'Plain text');
  const [narrow, setNarrow] = useState(false);
  return (
    <section class="message" aria-label={mail.subject}>
      <header>
        <a class="back" href="#">
          ← All mail
        </a>
        <h1>{mail.subject || '(no subject)'}</h1>
        <dl>
          <dt>From</dt>
          <dd>{mail.from || 'not yet said'}</dd>
          <dt>To</dt>
          <dd>{mail.to || 'nobody yet'}</dd>
          <dt>Date</dt>
          <dd>{shownTime(mail.date)}</dd>
        </dl>
        <div class="message-tools">
          <div class="boxes" role="group" aria-label="Views">
            {views.map((one) => (
              <button type="button" aria-pressed={one === view} onClick={() => setView(one)}>
                {one}
              </button>
            ))}
          </div>
          {view === 'Mail' && (
            <label class="narrow">
              <input
                type="checkbox"
                checked={narrow}
                onChange={(event) => setNarrow(event.currentTarget.checked)}
              />
              As on a phone
            </label>
          )}
          <Unsubscribe mail={mail} />
        </div>
      </header>
      <div class={narrow ? 'message-body phone' : 'message-body'}>
        <Body mail={mail} view={view} />
      </div>
      {mail.attachments.length > 0 && (
        <ul class="attachments">
          {mail.attachments.map(({ fileName, mimeType }) => (
            <li>
              {fileName} <small>{mimeType}</small>
            </li>
          ))}
        </ul>
      )}
      {mail.state !== 'draft' && <Reply mail={mail} />}
    </section>
  );
}

function Body({ mail, view }: { mail: MailInfo; view: View }) {
  switch (view) {
    case 'Mail':
      return mail.html ? <HtmlBody mail={mail} /> : <TextBody text={mail.text} />;
    case 'Plain text':
      return <TextBody text={mail.text || '(There is no plain text part.)'} />;
    case 'Headers':
      return (
        <table class="headers">
          <tbody>
            {mail.headers.map(([name, value]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'Source':
      return <Source id={mail.id} />;
  }
}

/** The html part, on the other origin and in a frame that runs no script. */
function HtmlBody({ mail }: { mail: MailInfo }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    void get<{ address: string }>(`/host/ui/mail/${mail.id}/frame`).then((answer) =>
      setAddress(answer.address),
    );
  }, [mail.id]);
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
  if (!address) return <p class="empty">Loading …</p>;
  return <iframe class="mail-frame" title={mail.subject} src={address} {...{ sandbox }} />;
}

/** A text whose addresses can be opened, the made-up ones too. */
function TextBody({ text }: { text: string }) {
  const pieces = text.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <pre class="text-body">
      {pieces.map((piece, at) =>
        at % 2 ? (
          <a
            href={`/host/ui/visit?to=${encodeURIComponent(piece)}`}
            target="_blank"
            rel="noreferrer"
          >
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </pre>
  );
}

function Source({ id }: { id: string }) {
  const [source, setSource] = useState('');
  useEffect(() => {
    void fetch(`/host/mail/${id}.eml`)
      .then((response) => response.text())
      .then(setSource);
  }, [id]);
  return <pre class="source">{source}</pre>;
}

/** What a mail client's own unsubscribe button does. */
function Unsubscribe({ mail }: { mail: MailInfo }) {
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

/** Plays the other side: an answer to this mail arrives in the mailbox. */
function Reply({ mail }: { mail: MailInfo }) {
  const [text, setText] = useState('');
  const from = mail.state === 'sent' ? mail.to : mail.from;
  const send = async (): Promise<void> => {
    const { id } = await post<{ id: string }>('/host/mail/receive', {
      inReplyTo: mail.id,
      from,
      text,
    });
    setText('');
    location.hash = id;
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
      <button type="submit" class="primary" disabled={!text.trim()}>
        Deliver answer
      </button>
    </form>
  );
}
