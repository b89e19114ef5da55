import type { ActionContext, PostContext } from '../../src/runner/context.ts';

/** The short-lived user of a job, as main keeps it for the post step. */
export interface KeptUser {
  readonly groupId: string;
  readonly username: string;
  /** When Atlas deletes it by itself. */
  readonly expires: string;
  /** Stands in the user's mark, too: a user of the same name with another one is somebody else's. */
  readonly fingerprint: string;
}

const state = {
  groupId: 'user-project',
  username: 'user-name',
  expires: 'user-expires',
  fingerprint: 'user-fingerprint',
} as const satisfies Record<keyof KeptUser, string>;

/** Keeps a user that is about to be made. */
export function keepForPost({ saveState }: Pick<ActionContext, 'saveState'>, user: KeptUser): void {
  saveState(state.groupId, user.groupId);
  saveState(state.expires, user.expires);
  saveState(state.fingerprint, user.fingerprint);
  saveState(state.username, user.username);
}

/** Lets the user live on after the job. */
export function leaveToExpiry({ saveState }: Pick<ActionContext, 'saveState'>): void {
  saveState(state.username, '');
}

/** The user that main may have made; undefined where there is none to remove. */
export function keptUser({ state: kept }: Pick<PostContext, 'state'>): KeptUser | undefined {
  const username = kept(state.username);
  if (username === '') return undefined;
  return {
    username,
    groupId: kept(state.groupId),
    expires: kept(state.expires),
    fingerprint: kept(state.fingerprint),
  };
}
