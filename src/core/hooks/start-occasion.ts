import { reach } from '../clients/client';
import { isFor } from '../letters/occasion';
import { cut, Problem } from '../problem';
import { clientMeant, type Deed, required } from './deed';

/** Begins an occasion for a client, whatever it waits for otherwise; its letter is written next. */
export const startOccasion: Deed = (message, desk, plan) => {
  const client = clientMeant(message, desk);
  const said = required(message, 'occasion');
  const found = desk.occasions.find(({ id, title }) =>
    [id, title].some((name) => name.trim().toLowerCase() === said.toLowerCase()),
  );
  const who = cut(client.name || client.email);
  if (found === undefined) {
    const titles = desk.occasions.map(({ title }) => title).join(', ');
    throw refused(
      said,
      `There is no occasion “${cut(said)}”.`,
      `Name one of: ${cut(titles, 300)}.`,
    );
  }
  if (!desk.followed.some(({ occasion }) => occasion === found)) {
    const why = found.active ? 'cannot be followed as it stands' : 'rests';
    throw refused(said, `The occasion “${cut(said)}” ${why}.`, 'See its row in the Occasions tab.');
  }
  const may = reach(client);
  if (may.letters === 'none') {
    throw refused(said, `${who} gets no letters: ${may.why}.`, 'Nothing is sent to them.');
  }
  if (!isFor(found, client)) {
    throw refused(said, `The occasion “${cut(said)}” is not for ${who}.`, 'See its column For.');
  }
  plan.started.push({ clientId: client.id, occasionId: found.id });
};

function refused(value: string, sentence: string, remedy: string): Problem {
  return new Problem({ code: 'hook-occasion', value, sentence, remedy });
}
