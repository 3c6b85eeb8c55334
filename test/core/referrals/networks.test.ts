import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parameter, parseAddress } from '../../../src/core/address';
import { linkFor } from '../../../src/core/referrals/link';
import type { Network, Slot } from '../../../src/core/referrals/network';
import { NETWORKS, networkNamed, networkOf } from '../../../src/core/referrals/networks';
import { placeFor } from '../../../src/core/referrals/place';
import { markedDestination } from '../../../src/core/referrals/route';
import { readSubId, SUBID, subIdOf } from '../../../src/core/referrals/sub-id';
import { ALPHABET } from '../../../src/core/identity';
import { aProduct, NOW, NO_DESTINATIONS, WAY } from '../../support/rows';
import { describeWithShared, sharedFile } from '../../support/shared';
import { parseCsv } from '../../../src/core/csv';

/** Merchants whose addresses look like any other's: a person has to pick them. */
const PICKED_BY_HAND = ['Tolt', 'Direct'];

const withSlot = NETWORKS.filter(
  (network): network is Network & { slot: Slot } => 'slot' in network,
);

describe('every network', () => {
  it('has a file of its own', () => {
    const folder = path.join(__dirname, '../../../src/core/referrals/networks');
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(NETWORKS).toHaveLength(files.length);
    expect(new Set(NETWORKS.map(({ title }) => title.toLowerCase())).size).toBe(files.length);
  });

  it.each(NETWORKS.map((network) => [network.title, network] as const))(
    '%s is recognised by its example and by no other, and says where that was read',
    (title, network) => {
      const known = PICKED_BY_HAND.includes(title) ? undefined : network;
      expect(networkOf(network.example)).toBe(known);
      expect(network.source).not.toBe('');
      expect(network.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(parseAddress(network.example)?.protocol).toBe('https:');
    },
  );

  it.each(withSlot.map((network) => [network.title, network] as const))(
    '%s keeps what the address holds, and marks it once',
    (_, { title, example, slot }) => {
      const marked = markedDestination(
        aProduct({ network: title, destination: example }),
        WAY,
        NO_DESTINATIONS,
      );
      expect(marked.split(SUBID)).toHaveLength(2);
      const [place] = slot.places;
      expect(place.read(marked)).toBe(SUBID);
      expect(place.put(marked, SUBID)).toBe(marked);
      const before = new URL(example);
      const after = new URL(marked);
      for (const [name, value] of before.searchParams)
        expect(after.searchParams.get(name)).toBe(value);
      expect(after.host).toBe(before.host);
    },
  );
});

/** A sub-id as a network's report would show it: cut, and perhaps in capitals. */
function reported(subId: string, { longest }: Slot, isFolded: boolean): string {
  const shown = longest === undefined ? subId : subId.slice(0, longest);
  return isFolded ? shown.toUpperCase() : shown;
}

const ours = (length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(ALPHABET)), { minLength: length, maxLength: length })
    .map((letters) => letters.join(''));

/** What a freelancer may have written at a place of their own. */
const theirs = fc.stringMatching(/^[a-z]{1,12}$/);

describe.each(withSlot.map((network) => [network.title, network] as const))(
  'a sub-id through %s',
  (title, { slot, example, kind }) => {
    it('comes back as client, product and letter, cut and case-folded as its reports may be', () => {
      fc.assert(
        fc.property(
          fc.string({ minLength: 1 }),
          fc.string({ minLength: 1 }),
          fc.string({ minLength: 1 }),
          ours(3),
          ours(5),
          fc.boolean(),
          fc.nat({ max: slot.places.length - 1 }),
          theirs,
          (clientId, productId, letterId, name, visit, isStraight, taken, own) => {
            const letter = { id: letterId, clientId, channel: 'email' as const };
            const route = { route: name, ...WAY };
            const link = linkFor(letter, productId, route, new Map(), 'a key', NOW);
            // Places that the freelancer uses themselves, so that ours is a later one.
            const destination = slot.places
              .slice(0, taken)
              .reduce((address, place) => place.put(address, own), example);
            const marked = markedDestination(
              aProduct({ network: title, destination }),
              WAY,
              NO_DESTINATIONS,
            );
            const subId = subIdOf(link.code, isStraight ? '' : visit);
            const sent = marked.replace(SUBID, subId);
            const { place } = placeFor(slot, destination);
            for (const isFolded of [false, true]) {
              const found = readSubId(reported(place.read(sent), slot, isFolded));
              expect(found).toEqual({ code: link.code, visit: isStraight ? '' : visit });
            }
            expect(link).toMatchObject({ clientId, productId, letterId });
            if (place !== slot.places[0]) expect(slot.places[0].read(sent)).toBe(own);
          },
        ),
        { numRuns: 60 },
      );
    });

    it('stays in its place beside UTM parameters', () => {
      const utm = 'utm_source=letter&utm_campaign={occasion}';
      const marked = markedDestination(aProduct({ network: title, destination: example }), WAY, {
        ...NO_DESTINATIONS,
        utm,
      });
      expect(slot.places[0].read(marked)).toBe(SUBID);
      if (kind === 'merchant') expect(parameter(marked, 'utm_source')).toBe('letter');
    });
  },
);

describe('forms with a place of their own', () => {
  const marked = (network: string, destination: string): string =>
    markedDestination(aProduct({ network, destination }), WAY, NO_DESTINATIONS);

  it.each([
    [
      'Partnerize',
      'https://prf.hn/click/camref:1l1/destination:https%3A%2F%2Fshop.example%2F',
      'https://prf.hn/click/camref:1l1/pubref:{subid}/destination:https%3A%2F%2Fshop.example%2F',
    ],
    [
      'Adtraction',
      'https://track.adtraction.com/t/t?a=1&as=2&url=https://shop.example/?x=1',
      'https://track.adtraction.com/t/t?a=1&as=2&epi={subid}&url=https://shop.example/?x=1',
    ],
    [
      'CJ',
      'https://www.anrdoezrs.net/links/1111/type/dlg/https://shop.example/p?x=1',
      'https://www.anrdoezrs.net/links/1111/type/dlg/sid/{subid}/https://shop.example/p?x=1',
    ],
    [
      'Digistore24',
      'https://www.digistore24.com/redir/1/jo?cid=mine',
      'https://www.digistore24.com/redir/1/jo/{subid}?cid=mine',
    ],
    [
      'Impact',
      'https://shop.sjv.io/c/1/2/3?subId1=blog&u=https%3A%2F%2Fshop.example',
      'https://shop.sjv.io/c/1/2/3?subId1=blog&u=https%3A%2F%2Fshop.example&subId2={subid}',
    ],
    [
      'CJ',
      'https://www.jdoqocy.com/click-1-2?sid=blog',
      'https://www.jdoqocy.com/click-1-2?sid={subid}',
    ],
  ])('%s: %s', (network, destination, expected) => {
    expect(marked(network, destination)).toBe(expected);
  });
});

it('an unknown name is refused with what to do', () => {
  expect(() => networkNamed('Nowhere')).toThrow('“Nowhere” is not a network that Perennial knows');
});

describeWithShared('the shared list of sub-ids', () => {
  it('holds every network that a primary document or public code vouches for', () => {
    const { header, rows } = parseCsv(readFileSync(sharedFile('networks/sub-ids.csv'), 'utf8'));
    const named = rows.map((cells) =>
      Object.fromEntries(header.map((name, i): [string, string] => [name, cells[i] ?? ''])),
    );
    const sure = named.filter(({ confidence = '' }) => /primary doc|public code/.test(confidence));
    expect(sure.length).toBeGreaterThan(40);
    const parameters = new Set(
      NETWORKS.flatMap(({ slot, token }) => [
        ...(slot?.places.map(({ name }) => name) ?? []),
        ...(token === undefined ? [] : [token.parameter]),
      ]),
    );
    const missing = sure
      .map(({ network = '', link_param = '' }) => ({ network, link_param }))
      .filter(
        ({ network, link_param }) =>
          !NETWORKS.some(({ title }) => network.toLowerCase().startsWith(title.toLowerCase())) &&
          !link_param.split(/[ /(]+/).some((name) => parameters.has(name)),
      );
    expect(missing).toEqual([]);
  });
});
