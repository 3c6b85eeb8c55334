import { mappings } from '../../core/workbook';
import type { Services } from '../../services';

/** Keeps what a person said of reports of one kind, in place of what they said before. */
export function keepRow(
  { sheets, clock }: Pick<Services, 'sheets' | 'clock'>,
  print: string,
  network: string,
  said: unknown,
): void {
  const set = { network, mapping: JSON.stringify(said), agreed: clock.now() };
  if (sheets.append(mappings, [{ print, ...set }]).length > 0) return;
  sheets.patch(mappings, [{ id: print, set }]);
}
