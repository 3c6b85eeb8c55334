import type { CallFaults } from '../shared/job';
import type { Edit, Fault, FetchFault } from '../shared/control';
import { Straying } from '../time/straying';

/** What will go wrong in one execution. */
export interface Plan extends CallFaults {
  killAt: number | null;
  lose: boolean;
  edit: { n: number; edit: Edit } | null;
}

/**
 * The faults that stand. Ending, failing and editing happen once, to the next execution that
 * matches; latencies, answers to requests and straying triggers stay until they are taken away.
 */
export class Faults {
  private standing: Fault[] = [];
  private once: Fault[] = [];
  private straying: { fault: Fault; straying: Straying }[] = [];

  add(fault: Fault): void {
    const { killAtCall, failCall, editBeforeCall, latency, fetch, triggers } = fault;
    if (latency ?? fetch) this.standing.push(fault);
    if (triggers) this.straying.unshift({ fault, straying: new Straying(triggers) });
    const single = [killAtCall, failCall, editBeforeCall];
    if (single.some((asked) => asked !== undefined)) this.once.push(fault);
  }

  clear(): void {
    this.standing = [];
    this.once = [];
    this.straying = [];
  }

  /** The plan for an execution that is about to start; what happens once is used up by it. */
  planFor(project: string, name: string): Plan {
    const matching = this.once.find((fault) => matches(fault, project, name));
    this.once = this.once.filter((fault) => fault !== matching);
    const { killAtCall, lose, failCall, editBeforeCall } = matching ?? {};
    const stops = [killAtCall, editBeforeCall?.n].filter((call) => call !== undefined);
    return {
      stops,
      killAt: killAtCall ?? null,
      lose: lose ?? false,
      edit: editBeforeCall ?? null,
      fail: failCall
        ? {
            method: failCall.method,
            nth: failCall.nth ?? 1,
            message: failCall.message ?? 'Service error',
          }
        : null,
      latency: Object.assign({}, ...this.of(project, name).map(({ latency }) => latency)) as Record<
        string,
        number
      >,
    };
  }

  /** The answer planned for a request, if any; one with `times` is used up by and by. */
  answerTo(url: string, project: string, name: string): FetchFault | null {
    for (const fault of this.of(project, name)) {
      for (const planned of fault.fetch ?? []) {
        if (!url.startsWith(planned.prefix) || planned.times === 0) continue;
        if (planned.times !== undefined) planned.times -= 1;
        return planned;
      }
    }
    return null;
  }

  /** How a function's clock triggers stray; of several that were asked for the latest counts. */
  strayingOf(project: string, name: string): Straying | undefined {
    return this.straying.find(({ fault }) => matches(fault, project, name))?.straying;
  }

  private of(project: string, name: string): Fault[] {
    return this.standing.filter((fault) => matches(fault, project, name));
  }
}

function matches(fault: Fault, project: string, name: string): boolean {
  return (
    (fault.project === undefined || fault.project === project) &&
    (fault.function === undefined || fault.function === name)
  );
}
