import fc from 'fast-check';
import type { SampleAirtable } from '../../../demo/lists/airtable';
import { LONGEST_MS } from '../../../src/jobs/job';
import { pullListNow } from '../../../src/jobs/lists';
import { airtable as service } from '../../../src/core/connectors/lists/airtable';
import { readConflicts } from '../../../src/core/lists/source';
import { type Client, clients, sources } from '../../../src/core/workbook';
import { withAirtable } from '../../support/lists';
import { aClient } from '../../support/rows';
import { Killed, World } from '../../support/services';

/**
 * A person and a list change the same clients in any order, with pulls and killed pulls in between.
 */

const PEOPLE = [0, 1, 2, 3];
const FIELDS = { name: 'fldName', notes: 'fldNotes', stage: 'fldStage' } as const;
type Field = keyof typeof FIELDS;
const VALUES: Record<Field, string[]> = {
  name: ['Ann', 'Bob', '=1+1'],
  notes: ['one', 'two', 'x'.repeat(300)],
  stage: ['Active', 'Repeat', 'Closed'],
};
const emailOf = (person: number): string => `p${person}@bakery.example`;

const person = fc.constantFrom(...PEOPLE);
const edit = fc
  .constantFrom<Field>('name', 'notes', 'stage')
  .chain((field) =>
    fc.record({ person, field: fc.constant(field), value: fc.constantFrom(...VALUES[field]) }),
  );
const step = fc.oneof(
  { weight: 4, arbitrary: edit.map((one) => ({ do: 'edit here', ...one }) as const) },
  { weight: 4, arbitrary: edit.map((one) => ({ do: 'edit there', ...one }) as const) },
  { weight: 1, arbitrary: person.map((who) => ({ do: 'remove there', person: who }) as const) },
  { weight: 4, arbitrary: fc.constant({ do: 'pull' } as const) },
  { weight: 3, arbitrary: fc.nat(30).map((killAt) => ({ do: 'killed pull', killAt }) as const) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What a person wrote here, until both sides have said the same at a pull. */
class Story {
  readonly world = new World().ready();
  readonly airtable: SampleAirtable = withAirtable(this.world);
  readonly byHand = new Map<string, string>();
  readonly everByHand = new Set<string>();
  /** What the cell may be taken to have held when it came last: to write that is no change. */
  private readonly came = new Map<string, Set<string>>();

  constructor() {
    // Two were clients before, two come with the list.
    for (const who of [0, 1]) {
      this.world.put(
        clients,
        aClient({ id: `C-${who}`, email: emailOf(who), name: '', stage: '' }),
      );
    }
    for (const who of [1, 2, 3]) this.airtable.records.set(`rec${who}`, { fldEmail: emailOf(who) });
  }

  take(one: Step): void {
    if (one.do === 'edit here') this.editHere(one.person, one.field, one.value);
    if (one.do === 'edit there') {
      const id = `rec${one.person}`;
      const cells = this.airtable.records.get(id) ?? { fldEmail: emailOf(one.person) };
      this.airtable.records.set(id, { ...cells, [FIELDS[one.field]]: one.value });
    }
    if (one.do === 'remove there') this.airtable.records.delete(`rec${one.person}`);
    if (one.do === 'pull') this.pull();
    if (one.do === 'killed pull') {
      this.world.killAt = one.killAt;
      try {
        this.pull();
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        this.noteWhatCame(true);
      }
      this.world.killAt = Infinity;
    }
  }

  pull(): void {
    this.world.now += LONGEST_MS;
    for (const key of this.byHand.keys()) if (this.isAgreed(key)) this.byHand.delete(key);
    pullListNow(this.world.services(), service, this.world.now + LONGEST_MS);
    this.noteWhatCame(false);
  }

  client(email: string): Client | undefined {
    return this.world.rows(clients).find((row) => row.email === email);
  }

  private editHere(who: number, field: Field, value: string): void {
    const at = this.world.rows(clients).findIndex(({ email }) => email === emailOf(who));
    if (at < 0) return;
    this.world.write(clients, at + 1, { [field]: value });
    const key = `${who} ${field}`;
    this.everByHand.add(key);
    if (this.came.get(key)?.has(value) === true) this.byHand.delete(key);
    else this.byHand.set(key, value);
  }

  /** A pull that died may have written the cell without noting so, or not. */
  private noteWhatCame(hasDied: boolean): void {
    for (const who of PEOPLE) {
      for (const field of Object.keys(FIELDS) as Field[]) {
        const key = `${who} ${field}`;
        const here = this.client(emailOf(who))?.[field] ?? '';
        const there = this.airtable.records.get(`rec${who}`)?.[FIELDS[field]] ?? '';
        if (here !== there) continue;
        this.came.set(key, new Set([...(hasDied ? (this.came.get(key) ?? []) : []), here]));
      }
    }
  }

  private isAgreed(key: string): boolean {
    const [who = '', field = ''] = key.split(' ');
    const there = this.airtable.records.get(`rec${who}`);
    return there?.[FIELDS[field as Field]] === this.byHand.get(key);
  }
}

it('never overwrites what a person wrote here, and doubles nobody, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const story = new Story();
      for (const one of steps) {
        story.take(one);
        for (const [key, value] of story.byHand) {
          const [who = '', field = ''] = key.split(' ');
          const client = story.client(emailOf(Number(who)));
          expect([key, client?.[field as Field]]).toEqual([key, value]);
        }
        const emails = story.world.rows(clients).map(({ email }) => email);
        expect(emails).toHaveLength(new Set(emails).size);
        const records = story.world.rows(sources).map(({ recordId }) => recordId);
        expect(records).toHaveLength(new Set(records).size);
      }
    }),
    { numRuns: 60 },
  );
});

it('in the end says here what the list says, but for what was changed here and what is shown', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const story = new Story();
      for (const one of steps) story.take(one);
      story.pull();
      const wasKilled = steps.some(({ do: what }) => what === 'killed pull');
      for (const who of PEOPLE) {
        const there = story.airtable.records.get(`rec${who}`);
        if (there === undefined) continue;
        const client = story.client(emailOf(who));
        const source = story.world.rows(sources).find(({ recordId }) => recordId === `rec${who}`);
        const conflicts = readConflicts(source ?? { conflicts: '' });
        for (const field of Object.keys(FIELDS) as Field[]) {
          if (story.everByHand.has(`${who} ${field}`)) continue;
          // Changed there again after a pull died halfway, it may be shown instead of taken.
          if (wasKilled && conflicts[field] !== undefined) continue;
          expect([who, field, client?.[field]]).toEqual([who, field, there[FIELDS[field]] ?? '']);
        }
      }
    }),
    { numRuns: 60 },
  );
});
