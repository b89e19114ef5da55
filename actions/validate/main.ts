import type { AtlasClient } from '../../src/atlas/client.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openClient } from '../atlas-session.ts';
import { formatDuration } from '../format.ts';
import { type ActionName, actionNames, rightsOf } from '../rights.ts';
import type { validate as definition } from './action.ts';
import type { Check } from './check.ts';
import { checkCluster } from './cluster-checks.ts';
import { type Entrance, enter } from './entrance.ts';
import { checkReads, type NeededRight } from './read-checks.ts';
import { checkRoles, isRoleCheck } from './role-checks.ts';
import { lookAround } from './sight.ts';

type Inputs = InputsOf<typeof definition>;

/** Looks whether everything is there that the wanted actions need. Red if something is not; nothing is ever changed. */
export async function validateAll(
  inputs: Inputs,
  context: ActionContext<typeof definition>,
): Promise<ActionResult<typeof definition>> {
  const startedAt = context.clock.now();
  const client = openClient(inputs, context);
  const wanted = wantedActions(inputs);
  const kind = inputs['client-id'] === undefined ? 'API key' : 'service account';
  const entrance = await enter(client, kind);
  const checks = [...entrance.checks, ...(await checksInside(client, { inputs, wanted, entrance, kind }))];
  const failures = checks.filter(({ result }) => result === 'failed');
  for (const one of checks) context.log.info(lineOf(one));
  const isOk = failures.length === 0;
  return {
    outputs: { ok: isOk, checks, 'caller-ip': entrance.callerIp },
    summary: {
      title: isOk ? readyTitle(checks) : `Atlas is not ready: ${failures.length} of ${checks.length} checks failed`,
      facts: [
        ['Credentials', kind],
        ['For', wanted.join(', ')],
        ['Project', inputs['project-id'] ?? inputs['project-name']],
        ['Cluster', inputs['cluster-name']],
        ["The runner's address", entrance.callerIp],
        ['The step took', formatDuration(context.clock.now() - startedAt)],
      ],
      table: { head: ['Check', 'Result', 'For', 'What was found', 'What to do'], rows: worstFirst(checks).map(rowOf) },
    },
    ...(!isOk && { failure: failureText(failures, checks.length) }),
  };
}

/** What nobody could look at is not said to be ready. */
function readyTitle(checks: readonly Check[]): string {
  const isOpen = checks.some(({ check, result }) => isRoleCheck(check) && result === 'unknown');
  return isOpen ? 'No problem found; roles could not be verified' : 'Atlas is ready';
}

/** In the order of the documentation. */
function wantedActions(inputs: Inputs): readonly ActionName[] {
  const given = inputs.for ?? [];
  return given.length === 0 ? actionNames : actionNames.filter((name) => given.includes(name));
}

async function checksInside(
  client: AtlasClient,
  {
    inputs,
    wanted,
    entrance,
    kind,
  }: { inputs: Inputs; wanted: readonly ActionName[]; entrance: Entrance; kind: string },
): Promise<readonly Check[]> {
  const { caller } = entrance;
  if (caller === undefined) {
    return [
      { check: 'everything else', result: 'unknown', for: [], detail: 'Not asked: the above comes first.', fix: '' },
    ];
  }
  const named = {
    projectId: inputs['project-id'],
    projectName: inputs['project-name'],
    clusterName: inputs['cluster-name'],
  };
  const needed = wanted.flatMap((action) => rightsOf(action).map((right) => ({ action, right })));
  const { checks, groupId, cluster } = await lookAround(client, named, { kind, roles: rolesFor(needed) });
  const names = {
    project: named.projectId !== undefined || named.projectName !== undefined,
    cluster: named.clusterName !== undefined,
  };
  return [
    ...checks,
    ...(cluster ? checkCluster(cluster, wanted) : []),
    ...(await checkReads(needed, { client, groupId, cluster, names })),
    ...checkRoles(needed, { caller, groupId, kind }),
  ];
}

/** The roles that are needed in any case. */
function rolesFor(needed: readonly NeededRight[]): readonly string[] {
  return [...new Set(needed.flatMap(({ right }) => (right.only === undefined ? right.role : [])))];
}

const order = ['failed', 'unknown', 'ok'] as const satisfies readonly Check['result'][];

function worstFirst(checks: readonly Check[]): readonly Check[] {
  return order.flatMap((result) => checks.filter((one) => one.result === result));
}

function lineOf({ check, result, for: users, detail, fix }: Check): string {
  const whom = users.length > 0 ? ` (for ${users.join(', ')})` : '';
  return `${result.padEnd('unknown'.length)} ${check}${whom}: ${detail}${result === 'ok' || fix === '' ? '' : ` ${fix}`}`;
}

function rowOf({ check, result, for: users, detail, fix }: Check): readonly string[] {
  return [check, result, users.length === actionNames.length ? 'all' : users.join(', '), detail, fix];
}

function failureText(failures: readonly Check[], all: number): string {
  const lines = failures.map(({ check, for: users, detail, fix }) =>
    [`- ${check}${users.length > 0 ? ` (for ${users.join(', ')})` : ''}:`, detail, fix].filter(Boolean).join(' '),
  );
  return [`${failures.length} of ${all} checks failed; nothing was changed.`, ...lines].join('\n');
}
