import { useEffect, useRef, useState } from 'preact/hooks';
import { capital } from '../../src/core/words/capital';
import { many } from '../../src/core/words/count';
import type { PanelCall, ReportPreview } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, CsvDrop, Notice, Outcome, Refused } from '../parts';
import { useLoaded, useWork, type Work } from '../work';
import { MappingQuestions } from './report-mapping';
import { CurrencyQuestions, ReadingQuestions } from './report-questions';
import { ReportRows } from './report-rows';
import { WaitingReports } from './report-waiting';

type ReportCall = Extract<PanelCall, { do: 'importReport' }>;
/** What a person said of how a report is to be read. */
export type Answers = Omit<ReportCall, 'do' | 'name' | 'csv' | 'commit' | 'mailed'>;

export interface ReportFile {
  name: string;
  csv: string;
  /** Set for one that came by mail: its id. */
  mailed?: string;
}

/** Refused rows that are shown; more of them have the same few reasons. */
const SHOWN_REFUSED = 6;

/** A network's report from a file: what it would book, what is open, and the button that books it. */
export function Report({ onDone }: { onDone: () => void }) {
  const work = useWork();
  const waiting = useLoaded(() => call({ do: 'waitingReports' }));
  const [file, setFile] = useState<ReportFile & { turn: number }>();
  const take = (chosen: ReportFile): void => {
    work.clear();
    setFile((before) => ({ ...chosen, turn: (before?.turn ?? 0) + 1 }));
  };
  const done = (): void => {
    waiting.reload();
    onDone();
  };
  return (
    <>
      <section>
        <h2>Bring in a report</h2>
        <p class="quiet">
          From any network, as CSV. Bringing it in twice changes nothing, and nothing is booked
          before you have seen it.
        </p>
        <CsvDrop
          label="Drop the report here, or choose it"
          onText={(csv, name) => take({ csv, name })}
        />
        {file === undefined ? null : (
          <ReportDialogue key={file.turn} file={file} work={work} onDone={done} />
        )}
        <Outcome work={work} />
      </section>
      <WaitingReports waiting={waiting} onOpen={take} />
    </>
  );
}

function ReportDialogue({
  file,
  work,
  onDone,
}: {
  file: ReportFile;
  work: Work;
  onDone: () => void;
}) {
  const { name, csv, mailed } = file;
  const { preview, answers, setAnswers, isCurrent, show } = usePreview(file, work);
  const top = useRef<HTMLHeadingElement>(null);
  // One from the mail is opened further below.
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), []);
  const title = (
    <h3 ref={top} class="file">
      {name}
    </h3>
  );
  if (preview === undefined) return title;
  const commit = (): void =>
    work.run(() =>
      call({
        do: 'importReport',
        name,
        csv,
        ...answers,
        ...(mailed === undefined ? {} : { mailed }),
        commit: true,
      }).then((booked) => {
        show(booked);
        onDone();
        return `${many(booked.added, 'commission')} booked, ${booked.changed} changed, ${booked.unchanged} known already, ${booked.refused.length} refused.`;
      }),
    );
  const more = preview.refused.length - SHOWN_REFUSED;
  const questions = { preview, answers, onAnswer: setAnswers };
  return (
    <>
      {title}
      {preview.committed ? null : (
        <>
          <MappingQuestions {...questions} />
          <CurrencyQuestions {...questions} />
          <ReadingQuestions {...questions} />
        </>
      )}
      <ReportCounts preview={preview} total={isCurrent ? preview.total : ''} />
      <ReportRows rows={preview.rows} of={preview.added + preview.changed + preview.unchanged} />
      {preview.rounding === '' ? null : <Notice kind="plain">{preview.rounding}</Notice>}
      {preview.warning === '' || !isCurrent ? null : (
        <Notice kind="plain">{preview.warning}</Notice>
      )}
      <LeftOut rows={preview.passed} />
      <Refused rows={preview.refused.slice(0, SHOWN_REFUSED)} />
      {more > 0 ? <p class="quiet">And {many(more, 'row')} more, refused likewise.</p> : null}
      {preview.committed ? null : (
        <Button
          kind="main"
          busy={work.busy}
          disabled={!isCurrent || preview.open.length > 0 || preview.added + preview.changed === 0}
          onClick={commit}
        >
          {books(preview)}
        </Button>
      )}
    </>
  );
}

const WAIT_MS = 350;

/**
 * The preview follows what a person answers, a moment after the last keystroke; while it does not,
 * nothing can be booked.
 */
function usePreview({ name, csv }: ReportFile, work: Work) {
  const [answers, setAnswers] = useState<Answers>({});
  const [asked, setAsked] = useState('');
  const [shown, setShown] = useState<{ preview: ReportPreview; answers: string }>();
  const wanted = JSON.stringify(answers);
  useEffect(() => {
    if (work.busy || wanted === asked || isHalfTyped(answers)) return undefined;
    const timer = setTimeout(
      () => {
        setAsked(wanted);
        work.run(() =>
          call({ do: 'importReport', name, csv, ...answers }).then((preview) => {
            setShown({ preview, answers: wanted });
            return '';
          }),
        );
      },
      shown === undefined ? 0 : WAIT_MS,
    );
    return () => clearTimeout(timer);
  }, [wanted, asked, work.busy]);
  return {
    preview: shown?.preview,
    answers,
    setAnswers,
    isCurrent: shown?.answers === wanted,
    show: (preview: ReportPreview) => setShown({ preview, answers: wanted }),
  };
}

/** A currency has three letters, or none yet. */
function isHalfTyped({ currency = '', currencies = {} }: Answers): boolean {
  return [currency, ...Object.values(currencies)].some(
    (code) => ![0, 3].includes(code.trim().length),
  );
}

function ReportCounts({ preview, total }: { preview: ReportPreview; total: string }) {
  const { network, report, added, changed, unchanged, refused, recognised, mapping } = preview;
  if (mapping !== null && preview.rows.length === 0) return null;
  return (
    <div class="preview">
      <p>
        {mapping?.network === '' ? 'The report' : `${network}, ${report}`}: <b>{added}</b> new ·{' '}
        <b>{changed}</b> changed · <b>{unchanged}</b> known · <b>{refused.length}</b> refused
      </p>
      <p class="quiet">
        {recognised === 1 ? '1 row carries' : `${recognised} rows carry`} a mark of ours.
        {total === '' ? '' : ` Together ${total}.`}
      </p>
    </div>
  );
}

/** Rows that are rightly not booked, folded away. */
function LeftOut({ rows }: { rows: ReportPreview['passed'] }) {
  if (rows.length === 0) return null;
  return (
    <details class="left-out">
      <summary>{many(rows.length, 'row')} left out</summary>
      <ul>
        {rows.slice(0, 50).map(({ row, why }) => (
          <li key={row}>
            Row {row}: {why}
          </li>
        ))}
        {rows.length > 50 ? <li>And {rows.length - 50} more.</li> : null}
      </ul>
    </details>
  );
}

/** What the button will do, such as `Book 3, change 1`. */
function books({ added, changed, open }: ReportPreview): string {
  if (open.length > 0) return 'Answer the questions first';
  if (added + changed === 0) return 'Nothing new to book';
  const parts = [added > 0 ? `book ${added}` : '', changed > 0 ? `change ${changed}` : ''];
  return capital(parts.filter((part) => part !== '').join(', '));
}
