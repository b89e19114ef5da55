import { RUNNER } from '../claims/addresses.ts';
import { provisioned, type Spec } from '../claims/provision.ts';
import type { Use } from '../support/use.ts';
import { SEED, setPull } from '../support/world.ts';

interface ProvisionUse extends Partial<Spec> {
  readonly name: string;
  readonly before?: Use['before'];
  readonly inputs?: Readonly<Record<string, string>>;
}

function use({ name, before, inputs = {}, ...rest }: ProvisionUse): Use {
  const spec: Spec = { environment: 'pr-7', tier: 'FLEX', ...rest };
  const { backup, isProtected, tags, roles, expiresInHours, isHasty, isRandom } = spec;
  const own = {
    environment: spec.environment,
    ...(!inputs.config && { tier: spec.tier }),
    ...(!isRandom && { 'password-seed': SEED }),
    ...(backup !== undefined && { backup: String(backup) }),
    ...(isProtected !== undefined && { 'termination-protection': String(isProtected) }),
    ...(tags && {
      tags: Object.entries(tags)
        .map((pair) => pair.join('='))
        .join('\n'),
    }),
    ...(roles && { roles: roles.join('\n') }),
    ...(expiresInHours !== undefined && { 'expires-in-hours': String(expiresInHours) }),
    ...(isHasty && { wait: 'false' }),
    ...inputs,
  };
  return {
    name,
    action: 'provision',
    inputs: () => own,
    claim: provisioned(spec),
    lasts: true,
    converges: true,
    ...(before && { before }),
  };
}

export const LISTED = '198.51.100.0/24';

/** A spec that lists an address. */
const config = (username: string) => `
clusters: [{ tier: FLEX }]
users: [{ username: ${username}, roles: [readWriteAnyDatabase] }]
network-access: [{ address: ${LISTED}, comment: office }]
`;

/** The uses of provision. */
export const provisionUses = {
  flex: use({ name: 'provision' }),
  long: use({ name: 'provision-long', expiresInHours: 200 }),
  roles: use({
    name: 'provision-roles',
    roles: ['read@orders'],
    tags: { team: 'payments' },
    expiresInHours: 100,
  }),
  m10: use({ name: 'provision-m10', tier: 'M10', roles: ['read@orders'] }),
  m20: use({
    name: 'provision-m20',
    tier: 'M20',
    backup: true,
    isProtected: true,
    tags: { team: 'payments' },
    roles: ['readWrite@orders'],
    expiresInHours: 400,
  }),
  runner: use({ name: 'provision-runner', inputs: { 'runner-ip': 'true' }, addresses: [RUNNER] }),
  entries: use({ name: 'provision-entries', inputs: { config: config('pr-7-app') }, addresses: [LISTED] }),
  longEntries: use({
    name: 'provision-long-entries',
    inputs: { config: config('pr-7-app') },
    addresses: [LISTED],
    expiresInHours: 200,
  }),
  hasty: use({ name: 'provision-no-wait', isHasty: true }),
  random: use({ name: 'provision-random', isRandom: true }),
  pull8: use({ name: 'provision-pr-8', environment: 'pr-8' }),
  pull8Entries: use({
    name: 'provision-pr-8-entries',
    environment: 'pr-8',
    inputs: { config: config('pr-8-app') },
    addresses: [LISTED],
  }),
  branch: use({
    name: 'provision-branch',
    environment: 'branch',
    inputs: { config: config('branch-app') },
    addresses: [LISTED],
    expiresInHours: 200,
  }),
  reopened: use({ name: 'provision-reopened', environment: 'pr-8', before: (world) => setPull(world, 8, 'open') }),
} as const;
