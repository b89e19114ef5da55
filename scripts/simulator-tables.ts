import { faultKinds } from '../src/simulator/faults.ts';
import { operations as gitHubOperations } from '../src/simulator/github/routing.ts';
import { operations } from '../src/simulator/operations/table.ts';
import { markdownTable } from './markdown.ts';

/** What docs/simulator.md says of the simulator, from the simulator's own tables, by section. */
export function simulatorTables(): Readonly<Record<string, string>> {
  return {
    'simulated operations': markdownTable(
      ['operation', 'request, below /api/atlas/v2', 'versions'],
      operations.map(operationRow),
    ),
    'simulated GitHub': markdownTable(
      ['request, below /repos/{owner}/{repo}', 'any one of these rights'],
      gitHubOperations.map(({ method, path, needs }) => [code(`${method} ${path}`), needs.map(needed).join(', ')]),
    ),
    faults: markdownTable(
      ['KIND', 'what happens'],
      Object.entries(faultKinds).map(([kind, what]) => [code(kind), what]),
    ),
  };
}

function operationRow({ operationId, method, path, versions }: (typeof operations)[number]): readonly string[] {
  const request = `${method} ${path.replace(/^\/api\/atlas\/v2/, '')}`;
  return [code(operationId), code(request), versions.map(({ date }) => date).join(', ')];
}

function needed(need: (typeof gitHubOperations)[number]['needs'][number]): string {
  return JSON.stringify(need);
}

function code(text: string): string {
  return `\`${text}\``;
}
