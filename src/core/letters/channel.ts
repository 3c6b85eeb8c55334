import type { Instant } from '../calendar';
import type { Channel, Client, Letter, Occasion } from '../workbook';

/**
 * How a client's letter travels: as their row says, else as the occasion does. `best` is where they
 * last answered, and a mail where nothing is known. Whoever is not on LINE gets a mail.
 */
export function channelOf(
  { channel: wished }: Pick<Occasion, 'channel'>,
  client: Pick<Client, 'channel' | 'lineUser'>,
  letters: readonly Pick<Letter, 'answered'>[],
  heardOnLine: Instant | null,
): Channel {
  const wish = client.channel || wished;
  if (client.lineUser === '') return 'email';
  if (wish !== 'best') return wish || 'email';
  // An answer on LINE is noted in both places at the same instant.
  const answered = Math.max(0, ...letters.map((letter) => letter.answered ?? 0));
  return heardOnLine !== null && heardOnLine >= answered ? 'line' : 'email';
}
