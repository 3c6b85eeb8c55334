import type { Life } from '../../src/core/letters/life';
import { readOccasions } from '../../src/core/letters/occasion';
import type { Moment } from '../../src/core/letters/whens/when';
import type { Occasion, WhenId } from '../../src/core/workbook';
import { aClient, anOccasion, aProduct, TODAY } from './rows';

/** A client of whom nothing else is known, seen first this spring. */
export function aLife(given: Partial<Life> = {}): Life {
  return {
    client: aClient(),
    firstSeen: '2026-05-01',
    reached: [],
    started: [],
    letters: [],
    taps: [],
    sales: [],
    ...given,
  };
}

/** A letter that left, as a life knows it. */
export function aPast(given: Partial<Life['letters'][number]> = {}): Life['letters'][number] {
  return {
    id: 'L-one',
    clientId: 'C-lin',
    occasionId: 'quarterly-report',
    period: '2026-Q4',
    status: 'sent',
    sent: null,
    sentOn: '2026-11-01',
    outcome: '',
    answered: null,
    answeredOn: '',
    ...given,
  };
}

/** A life's moments for an occasion of a kind, beside the quarterly report; throws where it is refused. */
export function momentsOf(
  when: WhenId,
  given: Partial<Occasion>,
  life: Life,
  today = TODAY,
  others: readonly Partial<Occasion>[] = [],
): Moment[] {
  const row = anOccasion({ id: 'tried', title: 'Tried', when, ...given });
  const { followed } = readOccasions(
    [anOccasion(), row, ...others.map(anOccasion)],
    [aProduct()],
    today,
  );
  const found = followed.find(({ occasion }) => occasion === row);
  if (found === undefined) throw new Error(`the ${when} occasion is refused`);
  return found.moments(life);
}

/** What is said against an occasion of a kind, beside the quarterly report and others. */
export function refusalOf(
  when: WhenId,
  given: Partial<Occasion>,
  others: Partial<Occasion>[] = [],
) {
  const row = anOccasion({ id: 'tried', title: 'Tried', when, ...given });
  const rows = [anOccasion(), row, ...others.map(anOccasion)];
  return readOccasions(rows, [aProduct()], TODAY).problems[0];
}
