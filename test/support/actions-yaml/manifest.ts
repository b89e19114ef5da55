import { z } from 'zod';

const text = z.string().trim().min(1);
const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not in kebab-case');
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const input = z
  .strictObject({
    description: text,
    required: z.boolean().optional(),
    default: scalar.optional(),
    deprecationMessage: text.optional(),
  })
  .refine((it) => !(it.required === true && it.default !== undefined), 'is required and has a default');

/** What our own action.yml files may hold: stricter than the runner, which ignores what it does not know. */
export const actionManifest = z.strictObject({
  name: text,
  description: text,
  author: text.optional(),
  branding: z.strictObject({ icon: text, color: text }).optional(),
  inputs: z.record(name, input).optional(),
  outputs: z.record(name, z.strictObject({ description: text })).optional(),
  runs: z.strictObject({
    using: z.literal('node24'),
    main: text,
    post: text.optional(),
    'post-if': text.optional(),
  }),
});

/** An action.yml that keeps to `actionManifest`. */
export type ActionManifest = z.infer<typeof actionManifest>;
