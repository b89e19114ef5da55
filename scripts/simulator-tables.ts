import { table } from '../src/definition/render-readme.ts';
import { faultKinds } from '../src/simulator/faults.ts';
import { operations as gitHubOperations } from '../src/simulator/github/routing.ts';
import { operations } from '../src/simulator/operations/table.ts';

/** What docs/simulator.md takes from the simulator's own tables, by section. */
export function simulatorTables(): Readonly<Record<string, string>> {
  return {
    faults: table(
      ['KIND', 'what happens'],
      Object.entries(faultKinds).map(([kind, what]) => [code(kind), what]),
    ),
    'simulated operations': table(
      ['request, below `/api/atlas/v2`', 'operation', 'versions'],
      operations.map(({ operationId, method, path, versions }) => [
        code(`${method} ${path.replace('/api/atlas/v2', '') || '/'}`),
        operationId,
        versions.map(({ date }) => date).join(', '),
      ]),
    ),
    'simulated GitHub': table(
      ['request, below `/repos/{owner}/{repo}`', 'needs'],
      gitHubOperations.map(({ method, path, needs }) => [
        code(`${method} ${path}`),
        needs.map(({ permission, level }) => `${permission}: ${level}`).join(' or '),
      ]),
    ),
  };
}

function code(text: string): string {
  return `\`${text}\``;
}
