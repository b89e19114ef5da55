import { z } from 'zod';
import { specSchema } from './schema.ts';

/** Renders the JSON Schema of `config` for editors, as it stands in the repository. */
export function renderSpecJsonSchema(): string {
  const schema = z.toJSONSchema(specSchema, { target: 'draft-2020-12', io: 'input', override: loosen });
  return `${shortLists(JSON.stringify({ ...header, ...schema }, null, 2))}\n`;
}

/** Writes lists of words on one line where they fit, as the formatter does. */
function shortLists(json: string): string {
  return json.replace(
    /^( *)(.*)\[\n((?: *(?:"[^"\n]*"|[\d.]+),?\n)+) *\](,?)$/gm,
    (whole, indent, start, items, end) => {
      const line = `${indent}${start}[${items.trim().replace(/\n */g, ' ')}]${end}`;
      return line.length <= LINE ? line : whole;
    },
  );
}

const LINE = 120;

/** What YAML takes for a number or a flag, where parsing reads the text as it is written. */
const alsoTaken: Readonly<Record<string, readonly z.core.JSONSchema.BaseSchema[]>> = {
  'mongodb-version': [{ type: 'number' }],
  additionalProperties: [{ type: 'number' }, { type: 'boolean' }],
};

/** Accepts a variable wherever a text must look like something. */
function loosen({
  jsonSchema,
  path,
}: {
  jsonSchema: z.core.JSONSchema.BaseSchema;
  path: readonly (string | number)[];
}) {
  const { type, pattern, enum: words } = jsonSchema;
  const place = path.at(-1);
  if (type !== 'string' || place === 'propertyNames' || (pattern === undefined && words === undefined)) return;
  delete jsonSchema.type;
  delete jsonSchema.pattern;
  delete jsonSchema.enum;
  jsonSchema.anyOf = [
    { type: 'string', ...(pattern !== undefined && { pattern }), ...(words && { enum: words }) },
    { type: 'string', pattern: '\\$\\{' },
    ...(alsoTaken[String(place)] ?? []),
  ];
}

const header = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'atlas-actions: config of provision',
  description: 'Generated from src/spec/schema.ts by npm run generate.',
};
