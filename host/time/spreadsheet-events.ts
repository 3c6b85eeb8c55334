import type { ExecutionRecord } from '../engine/execution';
import type { Executor } from '../engine/executor';
import type { Project } from '../engine/project';
import type { EventSpec } from '../shared/job';
import type { SpreadsheetEventType } from '../shared/triggers';
import type { Triggers } from './triggers';

const simpleNames: Partial<Record<SpreadsheetEventType, string>> = {
  ON_OPEN: 'onOpen',
  ON_EDIT: 'onEdit',
};

const causes = {
  ON_OPEN: 'open',
  ON_EDIT: 'edit',
  ON_CHANGE: 'change',
  ON_FORM_SUBMIT: 'change',
} as const;

/** Runs what belongs to an event of the spreadsheet: simple triggers first, then installed ones. */
export class SpreadsheetEvents {
  constructor(
    private readonly projects: Map<string, Project>,
    private readonly triggers: Triggers,
    private readonly executor: () => Executor,
    private readonly owner: string,
  ) {}

  async fire(type: SpreadsheetEventType, event: EventSpec): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    for (const project of this.projects.values()) {
      const simple = simpleNames[type];
      if (project.bound && simple && hasFunction(project, simple)) {
        const spec: EventSpec = { ...event, authMode: 'LIMITED', user: this.owner };
        records.push(await this.run(project, simple, type, spec));
      }
    }
    for (const trigger of this.triggers.all()) {
      const { spec, project: name, id } = trigger;
      const project = this.projects.get(name);
      if (!project || spec.kind !== 'spreadsheet' || spec.event !== type) continue;
      const fields = { ...event.fields, triggerUid: id };
      const full: EventSpec = { ...event, fields, authMode: 'FULL', user: this.owner };
      records.push(await this.run(project, trigger.function, type, full));
    }
    return records;
  }

  private async run(
    project: Project,
    name: string,
    type: SpreadsheetEventType,
    event: EventSpec,
  ): Promise<ExecutionRecord> {
    const { record } = await this.executor().run({
      project,
      function: name,
      cause: causes[type],
      triggered: event.authMode === 'FULL',
      event,
      authMode: event.authMode ?? 'FULL',
    });
    return record;
  }
}

/** Whether a project declares a function, without running it. */
function hasFunction(project: Project, name: string): boolean {
  const declaration = new RegExp(`^\\s*(async\\s+)?function\\s+${name}\\s*\\(`, 'm');
  return project.read().scripts.some(({ source }) => declaration.test(source));
}
