import type { ActualState } from './actual.ts';
import { changeOf, existingStep, newStep, tagChanges } from './changes.ts';
import type { DesiredState } from './desired.ts';
import type { PartialPlan } from './plan.ts';

/** Plans the project: by name it is made where it is missing, by id it must be there. */
export function planProject({ project }: DesiredState, { project: existing }: ActualState): PartialPlan {
  if ('id' in project) {
    const step = existingStep({ kind: 'project', name: existing?.name ?? project.id }, [], 'exists');
    if (existing) return { step };
    return {
      step,
      problems: [
        `project ${project.id} does not exist, or the credentials do not see it. Check project-id, or name a project to have it created`,
      ],
    };
  }
  const of = { kind: 'project', name: project.name } as const;
  const changes = tagChanges(existing?.tags ?? {}, project.tags);
  if (existing) return { step: existingStep(of, changes) };
  return { step: newStep(of, [...changeOf('organization', undefined, project.organization), ...changes]) };
}
