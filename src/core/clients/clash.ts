import { cut, Problem } from '../problem';
import type { Client } from '../workbook';

/** Why a row from outside cannot go to the client whose address it has. */

export function unreadable(address: string): Problem {
  return new Problem({
    code: 'row-unreadable',
    sentence: `The row of ${cut(address)} in the Clients tab has a cell that cannot be read.`,
    remedy: 'Correct that cell, which the start page of the sidebar names, and try again.',
  });
}

/** A row keeps its id when its address is changed by hand, so the id of the old address is taken. */
export function movedOn(
  address: string,
  { name, email }: Client,
  who = cut(name || email),
): Problem {
  if (name === '' && email === '') return forgotten(address);
  return new Problem({
    code: 'address-moved-on',
    sentence: `${cut(address)} is the former address of ${who}.`,
    remedy: 'Take the row out of the list, or put their present address into it.',
  });
}

/** Of who was forgotten only the id is left, by which their address is still known. */
function forgotten(address: string): Problem {
  return new Problem({
    code: 'address-forgotten',
    sentence: `${cut(address)} belongs to a person who was forgotten, and stays so.`,
    remedy: 'Take the row out of the list.',
  });
}
