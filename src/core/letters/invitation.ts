import type { Settings } from '../settings';
import type { Client } from '../workbook';
import type { LetterContent } from './blocks';

/**
 * What a mail says of LINE: only to whoever is not there yet, and only where an account is connected
 * and that is wanted.
 */
export function invitationTo(
  client: Pick<Client, 'lineUser'>,
  { lineInvite }: Pick<Settings, 'lineInvite'>,
  account: string | undefined,
  code: string,
): Pick<LetterContent, 'invitation'> {
  const isMeant = account !== undefined && lineInvite === 'yes' && client.lineUser === '';
  return isMeant ? { invitation: { account, code } } : {};
}
