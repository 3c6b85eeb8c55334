import type { CallFaults } from '../shared/job';
import type { Edit, Fault, FetchFault } from '../shared/control';

/** What will go wrong in one execution. */
export interface Plan extends CallFaults {
  killAt: number | null;
  lose: boolean;
  edit: { n: number; edit: Edit } | null;
}

/**
 * The faults that stand. Ending, failing and editing happen once, to the next execution that
 * matches; latencies, quotas and answers to requests stay until they are taken away.
 */
export class Faults {
  private standing: Fault[] = [];
  private once: Fault[] = [];

  add(fault: Fault): void {
    const { project, function: name, latency, quota, fetch, ...single } = fault;
    const scope = { ...(project ? { project } : {}), ...(name ? { function: name } : {}) };
    if (latency ?? quota ?? fetch) {
      const kept = { ...(latency ? { latency } : {}), ...(quota ? { quota } : {}) };
      this.standing.push({ ...scope, ...kept, ...(fetch ? { fetch } : {}) });
    }
    if (Object.keys(single).length) this.once.push({ ...scope, ...single });
  }

  clear(): void {
    this.standing = [];
    this.once = [];
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
