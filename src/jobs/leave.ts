import type { Services } from '../services';
import { closing, leaving, type LetterPatch, type Placed, said, turning } from './moves';
import { isStopped, noteTrouble, type Tally } from './tally';

/**
 * Sends a letter's draft. After a trouble that passes the letter keeps its draft and its ids, for
 * Gmail may have taken it all the same; it fails only where the draft is still there to prove that
 * it did not leave.
 */
export function deliver(
  { mail, clock }: Pick<Services, 'mail' | 'clock'>,
  { letter, place }: Placed,
  tally: Tally,
): LetterPatch[] {
  if (isStopped(tally)) return [];
  const onItsWay = { ...letter, status: 'sending' as const };
  try {
    mail.sendDraft(place.draftId);
  } catch (error) {
    if (noteTrouble(tally, error) !== 'final') return [leaving(onItsWay, error)];
    try {
      if (mail.hasDraft(place.draftId)) {
        mail.deleteDraft(place.draftId);
        tally.failed++;
        return [turning(onItsWay, 'failed', said(error))];
      }
    } catch (second) {
      if (noteTrouble(tally, second) !== 'final') return [leaving(onItsWay, error)];
    }
    tally.unclear++;
    return [leaving(onItsWay, error)];
  }
  tally.stumbles = 0;
  tally.sent++;
  tally.mails++;
  return [closing(letter, clock.now())];
}
