import { DAY_MS, dayOf } from '../../calendar';
import { groupedBy } from '../../group';
import { showMoney } from '../../money';
import type { Commission } from '../../workbook';
import { many } from '../../words/count';
import { roundly, type Step, stepId, type StepInput } from './step';

const LONG_PENDING = 90 * DAY_MS;
/** Commissions that a mail to a network names one by one. */
const MOST_NAMED = 10;

/** Networks that keep commissions pending for long. */
export function toAsk({ commissions, plan: { home }, sender, zone, now }: StepInput): Step[] {
  const old = commissions.filter(
    ({ status, at }) => status === 'pending' && at !== null && now - at > LONG_PENDING,
  );
  return [...groupedBy(old, ({ network }) => network)].flatMap(([network, rows]): Step[] => {
    const sum = rows.reduce(
      (all, { homeAmount }) => all + (homeAmount?.currency === home ? homeAmount.minor : 0),
      0,
    );
    if (sum <= 0) return [];
    const isOne = rows.length === 1;
    return [
      {
        id: stepId('ask', network),
        sentence:
          `${roundly(sum, home)} in ${many(rows.length, 'commission')} has been pending at ${network} ` +
          `for over 90 days: ask them when ${isOne ? 'it is' : 'they are'} decided.`,
        action: { do: 'ask', network, text: mailOf(rows, sender, zone) },
        stake: sum,
      },
    ];
  });
}

/** The words to send, oldest commissions first. */
function mailOf(rows: Commission[], sender: string, zone: string): string {
  const named = [...rows]
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .slice(0, MOST_NAMED)
    .map(
      ({ at, externalId, commission }) =>
        `- ${at === null ? '' : dayOf(at, zone)}, transaction ${externalId}` +
        (commission === null ? '' : `, ${showMoney(commission, 'en')}`),
    );
  const more = rows.length - named.length;
  return [
    'Hello,',
    `${many(rows.length, 'commission')} of mine ${rows.length === 1 ? 'has' : 'have'} been pending for over 90 days:`,
    [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    'When will this be decided, and is anything missing from my side?',
    `Kind regards${sender === '' ? '' : `\n${sender}`}`,
  ].join('\n\n');
}
