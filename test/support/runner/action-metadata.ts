import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** What the runner reads of an action.yml. */
export interface ActionMetadata {
  readonly directory: string;
  readonly inputs: ReadonlyMap<string, DeclaredInput>;
  readonly main: string;
  readonly post: string | undefined;
  readonly postIf: string;
}

interface DeclaredInput {
  readonly default: string;
  readonly deprecationMessage: string | undefined;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? ''));
const manifest = z.object({
  inputs: z
    .record(z.string(), z.object({ default: scalar.optional(), deprecationMessage: z.string().optional() }).nullable())
    .nullish(),
  runs: z.object({
    using: z.string(),
    main: z.string(),
    post: z.string().optional(),
    'post-if': scalar.optional(),
  }),
});

/** Reads `<root>/<action>/action.yml`; scripts are resolved against the action's folder, so `../dist/…` works. */
export async function readActionMetadata(root: string, action: string): Promise<ActionMetadata> {
  const directory = resolve(root, action);
  const { inputs, runs } = manifest.parse(parse(await readManifest(directory)));
  if (runs.using !== 'node24')
    throw new Error(`${directory} says "using: ${runs.using}"; this emulator runs node24 only`);
  return {
    directory,
    inputs: new Map(
      Object.entries(inputs ?? {}).map(([name, input]) => [
        name,
        { default: input?.default ?? '', deprecationMessage: input?.deprecationMessage },
      ]),
    ),
    main: join(directory, runs.main),
    post: runs.post === undefined ? undefined : join(directory, runs.post),
    postIf: runs['post-if'] ?? 'always()',
  };
}

async function readManifest(directory: string): Promise<string> {
  return readFile(join(directory, 'action.yml'), 'utf8').catch(() => readFile(join(directory, 'action.yaml'), 'utf8'));
}
