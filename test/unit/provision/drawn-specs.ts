import fc from 'fast-check';

/** What of a cluster a key of a spec may move. */
export type Movable = 'sizes' | 'scaling' | 'disks' | 'regions' | 'shards' | 'limit';

/** Keys of a spec, each with values and with what of the machines they may move. */
const keys: Readonly<Record<string, readonly [values: readonly string[], ...moves: readonly Movable[]]>> = {
  tier: [['M10', 'M50', 'M80', 'R50', 'M50_NVME', 'M50_GEN_2'], 'sizes'],
  'disk-size-gb': [['200', '50'], 'disks'],
  // Bounds raise what lies below them.
  'auto-scaling': [
    [
      '{ disk: true }',
      '{ compute: false }',
      '{ compute: false, disk: false }',
      '{ compute: { max: M60 } }',
      '{ compute: { min: M40, max: M60 } }',
      '{ compute: { min: R40, max: R60 }, disk: true }',
    ],
    'scaling',
    'sizes',
  ],
  regions: [
    [
      '[{ region: US_EAST_1 }]',
      '[{ region: US_EAST_1, nodes: 2 }]',
      '[{ region: EU_WEST_1 }, { region: US_EAST_1 }]',
      '[{ region: US_EAST_1, nodes: 3 }, { region: EU_WEST_1, nodes: 2 }]',
      '[{ provider: GCP, region: CENTRAL_US }, { region: US_EAST_1 }]',
      '[{ region: US_EAST_1 }, { region: AP_SOUTH_1 }]',
    ],
    'regions',
  ],
  region: [['US_EAST_1', 'EU_WEST_1']],
  shards: [['1', '2', '4'], 'shards'],
  edition: [['core', 'infinite']],
  'max-storage-gb': [['500', '700'], 'limit'],
  'mongodb-version': [['9.0']],
  backup: [['true', 'false']],
  'point-in-time': [['true']],
  'termination-protection': [['true']],
  tags: [['{ team: a }']],
};

export interface DrawnSpec {
  /** As a spec writes it: `tier: M50, backup: true`. */
  readonly settings: string;
  readonly moves: ReadonlySet<Movable>;
}

const drawnKey = (key: string) => {
  const [values = [], ...moves] = keys[key] ?? [];
  return fc.constantFrom(...values).map((value) => ({ text: `${key}: ${value}`, moves }));
};

/** Specs that name one to `most` keys. */
export function specs(most: number): fc.Arbitrary<DrawnSpec> {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(keys)), { minLength: 1, maxLength: most })
    .chain((names) => fc.tuple(...names.map(drawnKey)))
    .map((drawn) => ({
      settings: drawn.map(({ text }) => text).join(', '),
      moves: new Set(drawn.flatMap(({ moves }) => moves)),
    }));
}
