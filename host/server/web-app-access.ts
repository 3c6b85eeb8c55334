import type { Project } from '../engine/project';

/** Whether strangers may open a project's web app. */
export function isPublic(project: Project): boolean {
  return project.read().manifest.webapp?.access === 'ANYONE_ANONYMOUS';
}
