import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { DatabaseUser } from '../../src/atlas/database-users.ts';
import type { Project } from '../../src/atlas/projects.ts';
import { noPassedOver, type PassedOver } from './passed-over.ts';

/** What can be swept. */
export type Thing =
  | { readonly kind: 'cluster'; readonly cluster: Cluster }
  | { readonly kind: 'user'; readonly user: DatabaseUser }
  | { readonly kind: 'access-list-entry'; readonly entry: AccessListEntry }
  | { readonly kind: 'project'; readonly project: Project };

/** A thing of ours, with the reason why it goes or stays. */
export interface Judged {
  readonly thing: Thing;
  readonly why: string;
}

/** One line of the outputs and of the table in the summary. */
export interface Finding {
  readonly kind: Thing['kind'] | 'pull-request';
  readonly name: string;
  /** Name of the project; empty for what stands in none. */
  readonly project: string;
  readonly why: string;
}

/** What a step has done so far. */
export interface Findings {
  readonly deleted: Finding[];
  readonly failed: Finding[];
  /** By the id of the project, so that a second look takes the place of the first. */
  readonly kept: Map<string, readonly Finding[]>;
  /** What was not looked at, because it is of repositories that are not swept. */
  readonly passedOver: PassedOver;
}

/** Starts with nothing. */
export function noFindings(): Findings {
  return { deleted: [], failed: [], kept: new Map(), passedOver: noPassedOver() };
}

/** Everything that stays, project by project. */
export function keptIn({ kept }: Findings): readonly Finding[] {
  return [...kept.values()].flat();
}

/** The name of a thing, as people know it. */
export function nameOf(thing: Thing): string {
  switch (thing.kind) {
    case 'cluster':
      return thing.cluster.name;
    case 'user':
      return thing.user.username;
    case 'access-list-entry':
      return thing.entry.address;
    case 'project':
      return thing.project.name;
    default:
      throw new Error(`No such thing: ${JSON.stringify(thing satisfies never)}`);
  }
}

/** What tells a thing from all others of its project, also from a later one of the same name. */
export function keyOf(thing: Thing): string {
  switch (thing.kind) {
    case 'cluster':
      return `cluster ${thing.cluster.id}`;
    case 'user':
      return `user ${thing.user.databaseName} ${thing.user.username}`;
    case 'access-list-entry':
    case 'project':
      return `${thing.kind} ${nameOf(thing)}`;
    default:
      throw new Error(`No such thing: ${JSON.stringify(thing satisfies never)}`);
  }
}
