import { faultKinds } from '../src/simulator/faults.ts';
import { operations as gitHubOperations } from '../src/simulator/github/routing.ts';
import { operations } from '../src/simulator/operations/table.ts';

/** What docs/simulator.md takes from the simulator's own tables, by section. */
export function simulatorTables(): Readonly<Record<string, string>> {
  return {
<<<<<<< HEAD
    'simulated operations': markdownTable(
      ['operation', 'request, below /api/atlas/v2', 'versions'],
      operations.map(operationRow),
    ),
    'simulated GitHub': markdownTable(
      ['request, below /repos/{owner}/{repo}', 'any one of these rights'],
      gitHubOperations.map((method, path, needs ) => [code(`$method$path`), needs.map(needed).join(', ')]),
    ),
    faults: markdownTable(
      ['KIND', 'what happens'],
      Object.entries(faultKinds).map(([kind, what]) => [code(kind), what]),
    ),
=======
    faults: table(
      ['KIND', 'what happens'],
      Object.entries(faultKinds).map(([kind, what]) => [code(kind), what]),
    ),
    'simulated operations': table(
      ['request, below `/api/atlas/v2`', 'operation', 'versions'],
      operations.map(({ operationId, method, path, versions }) => [
        code(`$method$path.replace('/api/atlas/v2', '') || '/'`),
        operationId,
        versions.map(({ date }) => date).join(', '),
      ]),
    ),
    'simulated GitHub': table(
      ['request, below `/repos/{owner}/{repo}`', 'needs'],
      gitHubOperations.map(({ method, path, needs }) => [
        code(`$method$path`),
        needs.map(({ permission, level }) => `$permission: $level`).join(' or '),
      ]),
    ),
>>>>>>> refs/heads/release
  };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| $cells.join(' | ')|`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
