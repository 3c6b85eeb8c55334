import { useEffect, useState } from 'preact/hooks';
import type { MailInfo } from '../../shared/control';
import { get } from '../api';
import { useLive } from '../live';
import { Unsubscribe } from './unsubscribe';

const views = ['Mail', 'Plain text', 'Headers', 'Source'] as const;
type View = (typeof views)[number];

/** The mail with this id, once it is loaded. */
export function Message({ id }: { id: string }) {
  const [mail] = useLive(() => get<MailInfo>(`/host/ui/mail/${id}`), ['mailbox'], id);
  return mail ? <OpenMail mail={mail} /> : <div class="message-body" aria-busy="true" />;
}

/** A mail as a client would show it, and what is behind it. */
function OpenMail({ mail }: { mail: MailInfo }) {
  const [view, setView] = useState<View>(mail.html ? 'Mail' : 'Plain text');
  const [narrow, setNarrow] = useState(false);
  return (
    <>
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
      <div class={narrow ? 'message-body phone' : 'message-body'}>
        <Body mail={mail} view={view} />
      </div>
      <Attachments mail={mail} />
    </>
  );
}

/** The files of a mail, without the pictures that its html shows. */
function Attachments({ mail }: { mail: MailInfo }) {
  const files = mail.attachments.map((file, at) => ({ ...file, at }));
  const shown = files.filter(({ inline }) => !(inline && mail.html));
  if (!shown.length) return null;
  return (
    <ul class="attachments" aria-label="Attachments">
      {shown.map(({ fileName, mimeType, at }) => (
        <li key={at}>
          <a href={`/host/ui/mail/${mail.id}/files/${at}`} download={fileName}>
            {fileName}
          </a>{' '}
          <small>{mimeType}</small>
        </li>
      ))}
    </ul>
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
