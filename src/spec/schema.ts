import { z } from 'zod';
import { forms } from './forms.ts';
import { userKinds } from './user-kinds.ts';

/**
 * The shape of `config`: what stands in the YAML, before names are derived and defaults are taken. Messages go on after
 * the place and never hold the value, which may be a secret. No transforms: editors get the same schema.
 */
const mapping = { error: 'needs a mapping' } as const;
const flag = z.boolean({ error: 'needs true or false' });

const numberBetween = (min: number, max: number) => {
  const error = `needs a whole number, ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
};

const shaped = ({ expression, form }: { readonly expression: RegExp; readonly form: string }) =>
  z.string({ error: `is not ${form}` }).regex(expression, { error: `is not ${form}` });

const text = (shortest: number, longest: number) =>
  shaped({
    expression: new RegExp(`^[\\s\\S]{${shortest},${longest}}$`),
    form: `a text of ${shortest} to ${longest} characters`,
  });

/** Counts with refine and not with zod's own min and max: those throw for a mapping that has a key "length". */
const listOf = <Item extends z.ZodType>(item: Item, { min = 0, max }: { min?: number; max: number }) =>
  z
    .array(item, { error: 'needs a list' })
    .refine((items) => items.length >= min, { error: `needs at least ${min}` })
    .refine((items) => items.length <= max, { error: `has more than the ${max} that Atlas takes` })
    .meta({ ...(min > 0 && { minItems: min }), maxItems: max });

const name = shaped(forms.clusterName);
const tier = shaped(forms.tier);

const tags = z
  .record(shaped(forms.tag), shaped(forms.tag), mapping)
  .optional()
  .meta({
    description: 'Tags, at most 50. Those beginning with gha- belong to the suite; tags of others are left alone.',
    examples: [{ team: 'payments' }],
  });

const provider = shaped(forms.provider)
  .optional()
  .meta({ description: 'AWS, GCP or AZURE.', examples: ['AWS'] });

const regionText = 'The preferred region, as Atlas spells it. It cannot be changed later.';
const region = shaped(forms.region).meta({ description: regionText, examples: ['US_EAST_1', 'EU_WEST_1'] });

const autoScaling = z.strictObject(
  {
    compute: z
      .union([z.literal(false), z.strictObject({ min: tier.optional(), max: tier }, mapping)], {
        error: 'needs { min, max } or false',
      })
      .optional()
      .meta({ description: 'Tiers between which Atlas moves the cluster; without min it only grows. false: off.' }),
    disk: flag.optional().meta({ description: 'Lets Atlas enlarge the disk.' }),
  },
  mapping,
);

const regionEntry = z.strictObject({ provider, region, nodes: numberBetween(1, 7).optional() }, mapping);

const cluster = z
  .strictObject(
    {
      name: name.optional().meta({
        description: 'Name in Atlas. Leave it out under an environment, and it is derived from the environment.',
        examples: ['orders'],
      }),
      alias: name.optional().meta({
        description: 'What this file and the outputs call the cluster, where its name in Atlas is derived.',
      }),
      tier: tier.optional().meta({
        description: 'M0 (free, one a project), FLEX, or M10 and above. FLEX for a new cluster of an environment.',
        examples: ['FLEX', 'M10', 'R40', 'M40_NVME'],
      }),
      edition: shaped(forms.edition)
        .optional()
        .meta({
          description: 'core (what every cluster was before), or infinite: chosen when the cluster is made.',
          examples: ['infinite'],
        }),
      provider,
      region: region.optional(),
      regions: listOf(regionEntry, { min: 1, max: 7 }).optional().meta({
        description:
          'All regions with electable nodes, the preferred one first; instead of provider and region. Without nodes those that are there keep theirs.',
      }),
      'mongodb-version': shaped(forms.mongodbVersion)
        .optional()
        .meta({
          description: 'Major version. A later one upgrades the cluster, one step at a time.',
          examples: ['8.0'],
        }),
      backup: flag.optional().meta({ description: 'Cloud backup.' }),
      'point-in-time': flag.optional().meta({ description: 'Continuous backup; switches cloud backup on too.' }),
      'disk-size-gb': numberBetween(10, 14336)
        .optional()
        .meta({ description: 'Disk of each node in GB. It only grows; auto-scaling may enlarge it.' }),
      'max-storage-gb': numberBetween(1, 131_072)
        .optional()
        .meta({ description: 'How many GB of data a cluster of edition infinite may hold.' }),
      'termination-protection': flag.optional().meta({ description: 'Nobody deletes the cluster before this is off.' }),
      shards: numberBetween(1, 70).optional().meta({ description: 'More than one makes a sharded cluster.' }),
      'auto-scaling': autoScaling.optional().meta({
        description: 'Lets Atlas change sizes by itself.',
        examples: [{ compute: { min: 'M10', max: 'M30' }, disk: true }],
      }),
      tags,
      atlas: z
        .record(z.string(), z.unknown(), mapping)
        .optional()
        .meta({
          description: 'Further fields of the Admin API, sent as they are.',
          examples: [{ biConnector: { enabled: true } }],
        }),
    },
    mapping,
  )
  .meta({ description: 'A cluster.' });

const expiresInHours = numberBetween(1, 168).optional();

const user = z
  .strictObject(
    {
      username: shaped(forms.username)
        .optional()
        .meta({
          description:
            'User name; an ARN for AWS IAM, <identity provider>/<name> for OIDC, a distinguished name for X.509. Left out under an environment: the name of its first cluster.',
          examples: ['app'],
        }),
      authentication: z
        .enum(userKinds, { error: `is not one of ${userKinds.join(', ')}` })
        .optional()
        .meta({ description: 'How the user proves who it is; password unless it says otherwise.' }),
      roles: listOf(shaped(forms.role).meta({ examples: ['readWrite@orders'] }), { min: 1, max: 100 }).meta({
        description: 'role@database, role@database.collection, or a role in admin.',
      }),
      password: text(8, 256)
        .optional()
        .meta({
          description: `Name a variable, \${NAME}; left out, it is derived or random.`,
          examples: [`\${APP_DB_PASSWORD}`],
        }),
      clusters: listOf(name, { min: 1, max: 100 })
        .optional()
        .meta({ description: 'Clusters that the user may reach, by name or alias; all of the project if left out.' }),
      description: text(1, 75).optional().meta({ description: 'Shown in Atlas.' }),
      'expires-in-hours': expiresInHours.meta({ description: 'After this Atlas deletes the user.' }),
    },
    mapping,
  )
  .meta({ description: 'A database user.' });

const entry = z
  .strictObject(
    {
      address: shaped(forms.address).meta({
        description: 'IP address, CIDR block or AWS security group.',
        examples: ['198.51.100.0/24'],
      }),
      comment: text(1, 60)
        .optional()
        .meta({ description: 'Why the entry is there.', examples: ['office'] }),
      'expires-in-hours': expiresInHours.meta({
        description: 'After this Atlas removes the entry; it stays if left out.',
      }),
      'allow-anywhere': flag
        .optional()
        .meta({ description: 'Must be true for 0.0.0.0/0, ::/0 and other blocks wider than /8.' }),
    },
    mapping,
  )
  .meta({ description: 'Who may connect.' });

const project = z.strictObject(
  {
    id: shaped(forms.id).optional().meta({ description: 'An existing project.' }),
    name: shaped(forms.projectName).optional().meta({ description: 'Created where it does not exist.' }),
    tags,
  },
  mapping,
);

export const specSchema = z.strictObject(
  {
    organization: text(1, 64).optional().meta({ description: 'Name or id; only to create the project.' }),
    project: project.optional().meta({ description: 'By id, or by name.', examples: [{ name: 'preview' }] }),
    'expires-in-hours': numberBetween(1, 8760).optional().meta({ description: 'Life of the environment; 72.' }),
    clusters: listOf(cluster, { max: 25 }).optional(),
    users: listOf(user, { max: 100 }).optional(),
    'network-access': listOf(entry, { max: 200 }).optional(),
  },
  { error: 'needs a mapping, such as clusters: [ … ]' },
);

/** The content of a spec after its shape was checked. */
export type SpecDocument = z.output<typeof specSchema>;
export type ClusterDocument = NonNullable<SpecDocument['clusters']>[number];
export type UserDocument = NonNullable<SpecDocument['users']>[number];
export type EntryDocument = NonNullable<SpecDocument['network-access']>[number];
