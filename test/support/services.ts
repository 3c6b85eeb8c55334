import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import type { Cell } from '../../src/core/schema/column';
import { type Columns, readRows, type RowOf, type Table } from '../../src/core/schema/table';
import { planMerge } from '../../src/core/schema/merging';
import { planAppend, type Plan, planPatches } from '../../src/core/schema/writing';
import { readSettings, SETTINGS, SETTINGS_HEADER, type SettingName } from '../../src/core/settings';
import { type ActivityRow, SETTINGS_TAB, TABLES } from '../../src/core/workbook';
import { headerOf, type IncomingMail } from '../../src/core/letters/incoming';
import type { Figure } from '../../src/core/dashboard/tile';
import type { Choices } from '../../src/core/dashboard/view';
import { STATE, VAULT } from '../../src/jobs/state';
import { fingerprint } from '../../src/core/identity';
import type {
  AttachedMail,
  DraftPlace,
  Memory,
  Progress,
  Services,
  ShownDashboard,
} from '../../src/services';
import { TestGate } from './gate';
import { NOW, ZONE } from './rows';

/** Thrown where a test ends an execution in the middle. */
export class Killed extends Error {}

export const GATE_ADDRESS = 'https://gate.example/exec';
const GATE_KEY = 'k'.repeat(64);

interface TestMail {
  raw: string;
  threadId: string;
}

/**
 * A whole workbook and its world in memory: tabs written by the same plans as the real ones, a real
 * gate, a mailbox, and answers for outgoing requests. Each call of a service is counted, so that an
 * execution can be ended before any of them.
 */
export class World {
  readonly grids = new Map<string, Cell[][]>();
  readonly gate = new TestGate();
  readonly drafts = new Map<string, TestMail>();
  readonly sent: TestMail[] = [];
  /** What came in, oldest first. */
  readonly inbox: IncomingMail[] = [];
  /** Mails with a label and what is attached to them, newest first. */
  readonly labelled: (AttachedMail & { label: string })[] = [];
  readonly activity: ActivityRow[] = [];
  readonly requests: HttpRequest[] = [];
  readonly state = new Map<string, string>([[STATE.owner, fingerprint('me')]]);
  readonly vault = new Map<string, string>([
    [VAULT.owner, 'me'],
    [VAULT.linkKey, 'link-key'],
  ]);
  figures: Figure[] = [];
  /** What the Dashboard's dropdowns say, and what it shows. */
  choices: Choices = { period: '', kind: '', segment: '' };
  dashboard: ShownDashboard | undefined;
  progress: Progress | undefined;
  now = NOW;
  slept = 0;
  /** Whether a search of the mailbox sees all of it. */
  isMailboxSmall = true;
  calls: string[] = [];
  /** The execution ends before this call, counted from 0. */
  killAt = Infinity;
  /** What happens before each call: a person's edit, say. */
  before: (call: string, n: number) => void = () => undefined;
  /** Answers for whatever is not the gate. */
  answer: (request: HttpRequest) => HttpAnswer = () => ({ ok: false, error: 'DNS error' });

  /** The mailbox; a test may put trouble in the place of any of its functions. */
  readonly mail: Services['mail'] = {
    ownAddress: () => 'mira@studio.example',
    createDraft: (raw) => this.createDraft(raw),
    sendDraft: (draftId) => this.sendDraft(draftId),
    deleteDraft: (draftId) => void this.drafts.delete(draftId),
    hasDraft: (draftId) => this.drafts.has(draftId),
    findMails: (name, values) => ({
      found: new Map(
        values.flatMap((value) => {
          const place = this.findMail(`${name}: ${value}\r\n`);
          return place === undefined ? [] : [[value, place] as const];
        }),
      ),
      isWhole: this.isMailboxSmall,
    }),
    wasSent: (threadId) => this.sent.some((mail) => mail.threadId === threadId),
    arrivals: (since) =>
      this.inbox
        .filter(({ at }) => at >= since)
        .map((mail) => ({ id: mail.id, threadId: mail.threadId, isNotice: isNotice(mail) }))
        .reverse(),
    read: (id) => this.inbox.find((mail) => mail.id === id),
    labelled: (label) => this.labelled.filter((mail) => mail.label === label).map(({ id }) => id),
    attached: (id, isWanted) => {
      const mail = this.labelled.find((one) => one.id === id);
      if (mail === undefined) return undefined;
      const files = mail.files.map(({ text = '', ...file }) =>
        isWanted(file) ? { ...file, text } : file,
      );
      return { id, at: mail.at, from: mail.from, files };
    },
    relabel: (ids, from, to) => {
      for (const mail of this.labelled) {
        if (ids.includes(mail.id) && mail.label === from) mail.label = to;
      }
    },
  };

  constructor() {
    for (const { tab, columns } of TABLES) {
      this.grids.set(tab, [Object.values(columns as Columns).map(({ header }) => header)]);
    }
    this.grids.set(SETTINGS_TAB, [
      [...SETTINGS_HEADER],
      ...Object.values(SETTINGS).map(({ title, default: usual, help }): Cell[] => [
        title,
        typeof usual === 'boolean' ? 'no' : String(usual),
        help,
      ]),
    ]);
  }

  /** Another gate of the owner's, at an address of its own; null makes that address silent. */
  atOther(address: string, gate: TestGate | null): void {
    const before = this.answer;
    this.answer = (request) => {
      if (request.url !== address) return before(request);
      if (gate === null) return { ok: false, error: 'DNS error' };
      return answerOf(gate, request);
    };
  }

  /** Sender, reply-to and postal address filled in, and the gate paired. */
  ready(): this {
    this.set({
      senderName: 'Mira Chen',
      replyTo: 'mira@studio.example',
      postalAddress: '1 Any Street, Taipei',
    });
    this.vault.set(VAULT.gateKey, GATE_KEY);
    this.state.set(STATE.gate, GATE_ADDRESS);
    this.gate.ask({ op: 'pair', key: GATE_KEY });
    return this;
  }

  set(cells: Partial<Record<SettingName, string>>): void {
    for (const [name, value] of Object.entries(cells)) {
      const { title } = SETTINGS[name as SettingName];
      const row = this.grid(SETTINGS_TAB).find(([said]) => said === title);
      if (row !== undefined) row[1] = value;
    }
  }

  grid(tab: string): Cell[][] {
    const found = this.grids.get(tab);
    if (found === undefined) throw new Error(`no tab ${tab}`);
    return found;
  }

  put<C extends Columns>(table: Table<C>, ...rows: RowOf<C>[]): void {
    this.carryOut(table.tab, planAppend(table, this.grid(table.tab), rows, this.context()));
  }

  rows<C extends Columns>(table: Table<C>): RowOf<C>[] {
    return readRows(table, this.grid(table.tab), this.context()).rows;
  }

  /** A person's hand: writes over cells of a row, counted from 1 below the header. */
  write<C extends Columns>(table: Table<C>, row: number, cells: Partial<RowOf<C>>): void {
    const [header = [], ...rows] = this.grid(table.tab);
    for (const [name, value] of Object.entries(cells)) {
      const column = table.columns[name];
      const line = rows[row - 1];
      if (column === undefined || line === undefined) throw new Error(`no cell ${name} ${row}`);
      line[header.indexOf(column.header)] = column.encode(value);
    }
  }

  /** Everything that is not a log, to compare before and after. */
  snapshot(): string {
    return JSON.stringify([...this.grids]);
  }

  services(): Services {
    this.calls = [];
    const grid = (table: { tab: string }): Cell[][] => this.grid(table.tab);
    return {
      sheets: this.counted('sheets', {
        zone: () => ZONE,
        isSetUp: () => true,
        settings: () => readSettings(this.grid(SETTINGS_TAB)),
        settingsNow: () => readSettings(this.grid(SETTINGS_TAB)).settings,
        saveSettings: (cells) => this.set(cells),
        read: (table) => readRows(table, grid(table), this.context()),
        readColumns: (table, names) => readRows(table, grid(table), this.context(), names),
        find: (table, ids) =>
          readRows(table, grid(table), this.context()).rows.filter((row) =>
            ids.includes(String(row[table.key])),
          ),
        append: (table, rows) =>
          this.carryOut(table.tab, planAppend(table, grid(table), rows, this.context())),
        patch: (table, patches) =>
          this.carryOut(table.tab, planPatches(table, grid(table), patches, this.context())),
        merge: (table, merges) => {
          const plan = planMerge(table, grid(table), merges, this.context());
          this.carryOut(table.tab, plan);
          for (const { row, count } of plan.empty) grid(table).splice(row - 1, count);
          return plan.done;
        },
        log: (row) => void this.activity.push(row),
        build: () => undefined,
        dashboardChoices: () => this.choices,
        showDashboard: (shown) => {
          this.figures = shown.tiles.flatMap(({ figures }) => figures);
          this.dashboard = shown;
        },
      }),
      http: this.counted('http', {
        batch: (requests) => requests.map((request) => this.ask(request)),
      }),
      mail: this.counted('mail', this.mail),
      state: this.counted('state', memory(this.state)),
      vault: this.counted('vault', memory(this.vault)),
      lease: { hold: (work) => work() },
      clock: {
        now: () => this.now,
        sleep: (ms) => {
          this.slept += ms;
          this.now += ms;
        },
      },
      chance: { secret: () => 's'.repeat(64) },
      progress: {
        show: (shown) => {
          this.progress = shown;
        },
        read: () => this.progress,
      },
      triggers: { ensure: () => undefined },
      screen: { addMenu: () => undefined, openSidebar: () => undefined, toast: () => undefined },
    };
  }

  private context(): { zone: string; home: string } {
    return { zone: ZONE, home: readSettings(this.grid(SETTINGS_TAB)).settings.homeCurrency };
  }

  private carryOut(tab: string, { blocks, done }: Pick<Plan, 'blocks' | 'done'>): string[] {
    const grid = this.grid(tab);
    for (const { row, column, values } of blocks) {
      values.forEach((cells, i) => {
        const at = row - 1 + i;
        grid[at] ??= (grid[0] ?? []).map(() => '');
        cells.forEach((cell, n) => {
          const line = grid[at];
          if (line !== undefined) line[column - 1 + n] = cell;
        });
      });
    }
    return done;
  }

  private ask(request: HttpRequest): HttpAnswer {
    this.requests.push(request);
    if (request.url !== GATE_ADDRESS) return this.answer(request);
    return answerOf(this.gate, request);
  }

  private createDraft(raw: string): DraftPlace {
    const serial = this.drafts.size + this.sent.length + 1;
    const place = { draftId: `draft${serial}`, threadId: `thread${serial}` };
    this.drafts.set(place.draftId, { raw, threadId: place.threadId });
    return place;
  }

  private sendDraft(draftId: string): void {
    const mail = this.drafts.get(draftId);
    if (mail === undefined) throw new Error('Requested entity was not found.');
    this.drafts.delete(draftId);
    this.sent.push(mail);
  }

  private findMail(header: string): DraftPlace | undefined {
    for (const [draftId, { raw, threadId }] of this.drafts) {
      if (raw.includes(header)) return { draftId, threadId };
    }
    const sent = this.sent.find(({ raw }) => raw.includes(header));
    return sent === undefined ? undefined : { draftId: '', threadId: sent.threadId };
  }

  /** A service each call of which is counted, and may be the one that never happens. */
  private counted<S extends object>(name: string, service: S): S {
    return new Proxy(service, {
      get: (target, key) => {
        const method = target[key as keyof S];
        if (typeof method !== 'function') return method;
        return (...given: unknown[]): unknown => {
          const n = this.calls.length;
          this.calls.push(`${name}.${String(key)}`);
          if (n >= this.killAt) throw new Killed();
          this.before(`${name}.${String(key)}`, n);
          return (method as (...args: unknown[]) => unknown)(...given);
        };
      },
    });
  }
}

function isNotice(mail: IncomingMail): boolean {
  return (
    /mailer-daemon|postmaster|microsoftexchange/i.test(headerOf(mail, 'From')) ||
    /unsubscribe/i.test(headerOf(mail, 'Subject'))
  );
}

function answerOf(gate: TestGate, request: HttpRequest): HttpAnswer {
  const reply = gate.post(request.body ?? '');
  const body = 'json' in reply ? JSON.stringify(reply.json) : reply.html;
  return { ok: true, status: 200, headers: {}, body };
}

function memory(map: Map<string, string>): Memory {
  return {
    get: (name) => map.get(name),
    set: (name, value) => void map.set(name, value),
    remove: (name) => void map.delete(name),
  };
}
