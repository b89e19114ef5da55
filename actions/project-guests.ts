import type { AccessListEntry } from '../src/atlas/access-list.ts';
import type { DatabaseUser } from '../src/atlas/database-users.ts';
import { isLeased } from '../src/spec/plan-entries.ts';

interface Guests {
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
}

interface Guard {
  /** Reads the text that may carry a mark. */
  readonly isOurs: (text: string | undefined) => boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Users and access entries that keep a project from going, in words. An address that jobs have opened for themselves goes along. */
export function guestsOf({ users, entries }: Guests, { isOurs, now }: Guard): readonly string[] {
  return [
    ...users.filter(({ description }) => !isOurs(description)).map(({ username }) => `user "${username}"`),
    ...entries
      .filter((entry) => !isOurs(entry.comment) && !isLeased(entry, now))
      .map(({ address }) => `access entry ${address}`),
  ];
}
