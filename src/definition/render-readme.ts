import type { ActionDefinition } from './action.ts';
import type { Field } from './fields.ts';
import { inputDescription } from './render-action-yaml.ts';

/** Writes the table of an action's inputs. */
export function renderInputsTable({ inputs }: ActionDefinition): string {
  return table(
    ['Input', 'What it is', 'Form', 'Default'],
    Object.entries(inputs).map(([name, field]) => [
      `\`${name}\``,
      inputDescription(field),
      field.form,
      presence(field),
    ]),
  );
}

/** Writes the table of an action's outputs. */
export function renderOutputsTable({ outputs }: ActionDefinition): string {
  return table(
    ['Output', 'What it holds'],
    Object.entries(outputs).map(([name, { description, secret }]) => [
      `\`${name}\``,
      secret ? `${description} Masked.` : description,
    ]),
  );
}

/** Writes the table of the actions of the suite. */
export function renderActionsTable(definitions: readonly ActionDefinition[]): string {
  return table(
    ['Action', 'What it does'],
    definitions.map(({ name, description }) => [`[\`${name}\`](${name}/README.md)`, description]),
  );
}

/** What an action does with a service of its own, and the least role for it. */
interface Right {
  readonly what: string;
  readonly role: string;
  /** Where only some uses of the action need it. */
  readonly only?: string;
}

/** Writes the table of the rights that an action needs. */
export function renderRightsTable(rights: readonly Right[]): string {
  return table(
    ['To', 'Least role'],
    rights.map(({ what, role, only }) => [only === undefined ? what : `${what} (only ${only})`, role]),
  );
}

/** Writes an action's README: its guide, with whatever is generated in it, then what the definition says. */
export function renderActionReadme(
  definition: ActionDefinition,
  { guide, sections }: { readonly guide: string; readonly sections: Readonly<Record<string, string>> },
): string {
  const { name, title, description } = definition;
  return [
    `<!-- Written by \`npm run generate\` from actions/${name}/action.ts and guide.md. Do not edit. -->`,
    `# ${title}`,
    description,
    replaceGenerated(guide.trim(), sections),
    '## Inputs',
    renderInputsTable(definition),
    '## Outputs',
    renderOutputsTable(definition),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Replaces what stands between the markers `<!-- generated: NAME -->` and `<!-- end: NAME -->`. */
export function replaceGenerated(document: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((text, [name, content]) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from === -1 || to < from) throw new Error(`The document has no section ${start} … ${end}.`);
    return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
  }, document);
}

function presence({ required, default: fallback }: Field<unknown>): string {
  if (required) return '**required**';
  return fallback === undefined ? '' : `\`${fallback}\``;
}

/** Writes a table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
