import type { ActionContext, PostContext } from '../../src/runner/context.ts';

/** What main keeps of an address that it is about to open, for the post step to close. */
export interface KeptAccess {
  readonly groupId: string;
  readonly address: string;
  readonly leaseId: string;
  /** When Atlas closes it by itself, for people. */
  readonly expires: string;
}

const state = {
  groupId: 'access-project',
  address: 'access-address',
  leaseId: 'access-lease',
  expires: 'access-expires',
} as const satisfies Record<keyof KeptAccess, string>;

/** Keeps an address that is about to be opened. */
export function keepAccess({ saveState }: Pick<ActionContext, 'saveState'>, access: KeptAccess): void {
  saveState(state.groupId, access.groupId);
  saveState(state.leaseId, access.leaseId);
  saveState(state.expires, access.expires);
  saveState(state.address, access.address);
}

/** Lets the address stay open after the job, until its expiry. */
export function leaveAccess({ saveState }: Pick<ActionContext, 'saveState'>): void {
  saveState(state.address, '');
}

/** The address that main may have opened; undefined where there is none to close. */
export function keptAccess({ state: kept }: Pick<PostContext, 'state'>): KeptAccess | undefined {
  const address = kept(state.address);
  if (address === '') return undefined;
  return { address, groupId: kept(state.groupId), leaseId: kept(state.leaseId), expires: kept(state.expires) };
}
