import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { actions } from '../actions/index.ts';
import { rights } from '../actions/rights.ts';
import { renderActionYaml } from '../src/definition/render-action-yaml.ts';
import {
  renderActionReadme,
  renderActionsTable,
  renderInputsTable,
  renderOutputsTable,
  renderRightsTable,
  replaceGenerated,
} from '../src/definition/render-readme.ts';
import { renderSpecJsonSchema } from '../src/spec/json-schema.ts';
import { rolesTable } from './roles-table.ts';
import { simulatorTables } from './simulator-tables.ts';

/** Writes every action.yml and README table from the definitions; with --check only looks whether they are up to date. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const files = generatedFiles();
const outdated = [...files].filter(([path, content]) => readText(path) !== content).map(([path]) => path);
const orphans = actionFolders().filter((folder) => !files.has(`${folder}/action.yml`));

if (values.check) {
  for (const path of [...outdated, ...orphans]) console.error(`${path} is not what the definitions say.`);
  if (outdated.length + orphans.length > 0) {
    console.error('Run `npm run generate` and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  for (const folder of orphans) rmSync(folder, { recursive: true });
  for (const [path, content] of files) {
    if (path.includes('/')) mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, content);
  }
  console.log(`${files.size} files written.`);
}

function generatedFiles(): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const sections: Record<string, string> = {
    ...simulatorTables(),
    actions: renderActionsTable(actions.map(({ definition }) => definition)),
    roles: rolesTable(),
  };
  for (const [index, { definition }] of actions.entries()) {
    const guide = readFileSync(`actions/${definition.name}/guide.md`, 'utf8');
    written.set(`${definition.name}/action.yml`, renderActionYaml(definition, { root: '..' }));
    written.set(
      `${definition.name}/README.md`,
      renderActionReadme(definition, { guide, sections: sectionsOf(definition.name, guide) }),
    );
    if (index === 0) written.set('action.yml', renderActionYaml(definition, { root: '.' }));
    sections[`${definition.name} inputs`] = renderInputsTable(definition);
    sections[`${definition.name} outputs`] = renderOutputsTable(definition);
  }
  written.set('schema/atlas-spec.schema.json', renderSpecJsonSchema());
  for (const path of ['README.md', 'docs/simulator.md']) {
    const text = readText(path) ?? '';
    const used = Object.entries(sections).filter(([name]) => text.includes(`<!-- generated: ${name} -->`));
    written.set(path, replaceGenerated(text, Object.fromEntries(used)));
  }
  return written;
}

/** What a guide leaves to be generated: the table of rights, where it has a place for it. */
function sectionsOf(name: string, guide: string): Readonly<Record<string, string>> {
  const needed = Object.entries(rights).find(([action]) => action === name)?.[1];
  return needed && guide.includes('<!-- generated: rights -->') ? { rights: renderRightsTable(needed) } : {};
}

/** Folders at the top that hold an action.yml: an action that was removed or renamed leaves one behind. */
function actionFolders(): readonly string[] {
  return readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${entry.name}/action.yml`))
    .map(({ name }) => name);
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
