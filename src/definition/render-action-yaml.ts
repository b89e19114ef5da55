import { stringify } from 'yaml';
import type { ActionDefinition } from './action.ts';
import type { Field } from './fields.ts';

/** Where a generated action.yml stands, which decides how it reaches `dist`. */
export interface Placement {
  /** Path from action.yml to the repository's root: `..` or `.`. */
  readonly root: string;
}

/** Writes an action's action.yml. */
export function renderActionYaml(definition: ActionDefinition, { root }: Placement): string {
  const { name, title, description, branding, inputs, outputs, post } = definition;
  const body = {
    name: title,
    description,
    branding,
    inputs: mapValues(inputs, inputEntry),
    outputs: mapValues(outputs, (output) => ({ description: output.description })),
    runs: {
      using: 'node24',
      main: `${root}/dist/${name}/main.js`,
      ...(post && { post: `${root}/dist/${name}/post.js` }),
    },
  };
  const header = `# Written by \`npm run generate\` from actions/${name}/action.ts. Do not edit.\n`;
  return header + stringify(body, { lineWidth: 0 });
}

function inputEntry(field: Field<unknown>) {
  return {
    description: inputDescription(field),
    required: field.required,
    ...(field.default !== undefined && { default: field.default }),
  };
}

/** An input's description with what stands in for it. */
export function inputDescription({ description, fallback }: Field<unknown>): string {
  return fallback?.variable ? `${description} Else the environment variable ${fallback.variable}.` : description;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
