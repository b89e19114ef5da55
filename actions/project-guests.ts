import { type AccessListEntry, entryValueOf } from '../src/atlas/access-list.ts';
import type { DatabaseUser } from '../src/atlas/database-users.ts';

/** Users and access entries that keep a project from going, in words; `isOurs` reads the text that may carry a mark. */
export function guestsOf(
  { users, entries }: { readonly users: readonly DatabaseUser[]; readonly entries: readonly AccessListEntry[] },
  isOurs: (text: string | undefined) => boolean,
): readonly string[] {
  return [
    ...users.filter(({ description }) => !isOurs(description)).map(({ username }) => `user "${username}"`),
    ...entries.filter(({ comment }) => !isOurs(comment)).map((entry) => `access entry ${entryValueOf(entry)}`),
  ];
}
