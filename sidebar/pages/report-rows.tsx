import type { ReportLine } from '../../src/panel/protocol';
import { Badge } from '../parts';

/** The first rows of a report, as they would be booked. */
export function ReportRows({ rows, of }: { rows: readonly ReportLine[]; of: number }) {
  if (rows.length === 0) return null;
  return (
    <>
      <ul class="list rows" aria-label="As they would be booked">
        {rows.map(({ day, number, status, sale, commission, subId }, i) => (
          <li key={`${i} ${number}`}>
            <div class="line-top">
              <span>
                {day} <Badge state={status} />
              </span>
              <b class={commission.startsWith('-') ? 'minus' : ''}>{commission}</b>
            </div>
            <div class="quiet">
              {[number, sale === '' ? '' : `of ${sale}`, subId]
                .filter((part) => part !== '')
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {of > rows.length ? <p class="quiet">These are the first {rows.length}.</p> : null}
    </>
  );
}
