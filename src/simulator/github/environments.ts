import { timestamp } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { notFound } from './answers.ts';
import type { Call, Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { createVault } from './vault.ts';
import type { Environment, Repository, World } from './world.ts';

const mayRead = [{ permission: 'actions', level: 'read' }] as const;
const mayWrite = [{ permission: 'administration', level: 'write' }] as const;

/** Deployment environments. A GITHUB_TOKEN can read them, and nothing more. */
export const environments: readonly Operation[] = [
  {
    method: 'GET',
    path: '/environments',
    needs: mayRead,
    handle: (call) => {
      const all = Array.from(call.repository.environments.values());
      const { items, headers } = pageOf(all, call);
      return { status: 200, headers, body: { total_count: all.length, environments: items.map(viewOf) } };
    },
  },
  {
    method: 'GET',
    path: '/environments/{environment}',
    needs: mayRead,
    handle: (call) => ({ status: 200, body: viewOf(environmentOf(call)) }),
  },
  {
    method: 'PUT',
    path: '/environments/{environment}',
    needs: mayWrite,
    handle: ({ world, repository, parameters: { environment = '' } }) => ({
      status: 200,
      body: viewOf(addEnvironment(world, repository, environment)),
    }),
  },
  {
    method: 'DELETE',
    path: '/environments/{environment}',
    needs: mayWrite,
    handle: (call) => {
      call.repository.environments.delete(environmentOf(call).name.toLowerCase());
      return { status: 204 };
    },
  },
];

/** Finds the environment that the path names. */
export function environmentOf({ repository, parameters: { environment = '' } }: Call): Environment {
  const known = repository.environments.get(environment.toLowerCase());
  if (known === undefined) throw notFound();
  return known;
}

/** Adds an environment, or finds the one of this name. */
export function addEnvironment(world: World, repository: Repository, name: string): Environment {
  const known = repository.environments.get(name.toLowerCase());
  if (known !== undefined) return known;
  const id = world.nextId();
  const made = { id, name, vault: createVault(id), createdAt: timestamp(world.clock.now()) };
  repository.environments.set(name.toLowerCase(), made);
  return made;
}

function viewOf({ id, name, createdAt }: Environment): JsonObject {
  return { id, name, created_at: createdAt, updated_at: createdAt, protection_rules: [] };
}
