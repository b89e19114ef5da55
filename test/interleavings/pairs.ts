import type { Use } from './support/use.ts';
import type { Beginning } from './support/worlds.ts';
import { closePulls, hoursLater, withBackups } from './support/worlds.ts';
import { accessUses as access } from './uses/access.ts';
import { backupUses as backups } from './uses/backups.ts';
import { connectUses as connect } from './uses/connect.ts';
import { provisionUses as provision } from './uses/provision.ts';
import { removalUses as removal } from './uses/removal.ts';

/** Two uses that run at the same time in one world. */
export interface Pair {
  readonly world: Beginning;
  readonly A: Use;
  readonly B: Use;
}

const empty: Beginning = { name: 'new', earlier: [] };
const standing: Beginning = { name: 'standing', earlier: [provision.flex] };
const long: Beginning = { name: 'long', earlier: [provision.long] };
const dedicated: Beginning = { name: 'dedicated', earlier: [provision.m10] };
const expired: Beginning = { name: 'expired', earlier: [provision.long], since: hoursLater(201) };
const siblings: Beginning = { name: 'siblings', earlier: [provision.flex, provision.pull8] };
const closed: Beginning = { ...siblings, name: 'closed', since: (world) => [hoursLater(2)(world), closePulls(world)] };
const lists: Beginning = { name: 'lists', earlier: [access.longer] };
const entries: Beginning = { name: 'entries', earlier: [provision.longEntries] };
const data: Beginning = { name: 'backups', earlier: [], since: withBackups };
const dataAndEnvironment: Beginning = { name: 'everything', earlier: [provision.flex], since: withBackups };

function pairs(world: Beginning, ...uses: readonly (readonly [Use, Use])[]): readonly Pair[] {
  return uses.map(([A, B]) => ({ world, A, B }));
}

/** The pairs by what they share. */
export const groups = {
  /** One environment, two runs of its pull request. */
  provision: [
    ...pairs(
      empty,
      [provision.m10, provision.m20],
      [provision.m20, provision.m10],
      [provision.flex, provision.roles],
      [provision.roles, provision.flex],
      [provision.hasty, provision.roles],
      [provision.random, provision.random],
      [provision.flex, provision.pull8],
      [provision.entries, provision.pull8],
    ),
    ...pairs(dedicated, [provision.m10, provision.m20]),
    ...pairs(
      standing,
      [provision.roles, provision.flex],
      [provision.flex, provision.roles],
      [provision.runner, provision.roles],
      [provision.random, provision.flex],
    ),
  ],
  connect: [
    ...pairs(
      standing,
      [connect.seed, provision.roles],
      [connect.created, provision.flex],
      [provision.flex, connect.created],
      [connect.runner, connect.runner],
      [provision.runner, connect.runner],
      [connect.runner, removal.teardown],
      [connect.created, removal.teardown],
      [removal.teardown, connect.created],
      [connect.seed, removal.named],
    ),
    ...pairs(empty, [connect.kept, connect.kept], [connect.kept, access.runner]),
    ...pairs(expired, [connect.runner, removal.expired], [connect.created, removal.expired]),
  ],
  teardown: [
    ...pairs(
      empty,
      [provision.long, removal.teardown],
      [provision.longEntries, removal.teardown],
      [removal.teardown, provision.long],
      [provision.hasty, removal.teardown],
      [provision.branch, removal.branch],
      [removal.branch, provision.branch],
    ),
    ...pairs(
      standing,
      [provision.runner, removal.teardown],
      [provision.flex, removal.teardown],
      [removal.teardown, provision.flex],
      [removal.teardown, removal.teardown],
      [removal.named, provision.flex],
    ),
    ...pairs(long, [removal.teardown, provision.longEntries], [removal.named, removal.teardown]),
    ...pairs(siblings, [removal.teardown, removal.teardown8], [removal.teardown, provision.pull8]),
    ...pairs(entries, [provision.pull8Entries, removal.teardown], [removal.teardown, provision.pull8Entries]),
  ],
  sweep: [
    ...pairs(
      expired,
      [provision.flex, removal.expired],
      [provision.long, removal.expired],
      [removal.expired, provision.flex],
      [removal.expired, provision.long],
      [removal.expired, removal.teardown],
      [removal.teardown, removal.expired],
      [removal.expired, removal.expired],
    ),
    ...pairs(
      closed,
      [removal.closed, provision.reopened],
      [provision.reopened, removal.closed],
      [removal.closed, removal.closed],
      [removal.closed, removal.teardown8],
    ),
    ...pairs(siblings, [removal.closed, provision.roles], [removal.expired, removal.teardown]),
  ],
  access: [
    ...pairs(
      lists,
      [provision.entries, access.shorter],
      [access.longer, access.shorter],
      [access.shorter, access.longer],
      [access.shorter, provision.entries],
      [access.both, access.runner],
    ),
    ...pairs(entries, [access.longer, removal.teardown], [removal.teardown, access.longer]),
    ...pairs(empty, [access.runner, access.runner], [access.runner, access.both], [access.longer, access.longer]),
    ...pairs(standing, [access.runner, connect.runner], [access.both, provision.runner]),
  ],
  backups: [
    ...pairs(
      data,
      [backups.snapshot, backups.snapshot],
      [backups.snapshot, backups.hasty],
      [backups.hasty, backups.deleted],
      [backups.snapshot, backups.deleted],
      [backups.reused, backups.cluster],
      [backups.cluster, backups.snapshot],
      [backups.cluster, backups.database],
      [backups.database, backups.database],
      [backups.cluster, backups.cluster],
      [backups.deleted, backups.deleted],
      [access.validate, backups.cluster],
    ),
    ...pairs(dataAndEnvironment, [backups.snapshot, removal.teardown], [access.validate, removal.teardown]),
  ],
} as const;

/** Says which pair it is: "standing/provision-runner+teardown". */
export function nameOf({ world, A, B }: Pair): string {
  return `${world.name}/${A.name}+${B.name}`;
}
