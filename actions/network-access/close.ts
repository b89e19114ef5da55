import { changeEntry } from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { AtlasError, messageOf } from '../../src/atlas/errors.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import type { PostContext } from '../../src/runner/context.ts';
import type { Chore } from '../tidy-up.ts';
import { type KeptAccess, keptAccess } from './kept-access.ts';
import { type Closing, leaseTime, planClosing } from './lease-plan.ts';

/** What a post step has to do about an address that main may have opened; undefined if nothing. */
export function closingChore(context: PostContext): Chore | undefined {
  const access = keptAccess(context);
  return access && ((client) => closeAddress(client, access, context));
}

/** Ends the job's lease, and with the last lease the entry. What cannot be closed expires inside Atlas. */
async function closeAddress(client: AtlasClient, access: KeptAccess, { log }: PostContext): Promise<void> {
  const { address, expires } = access;
  try {
    const decide = (entry: Parameters<typeof planClosing>[0]) => planClosing(entry, access, leaseTime(client));
    log.info(sayClosing(access, await changeEntry(client, access, decide)));
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND') {
      log.info(`Project ${access.groupId} is gone, and with it the entry for ${address}.`);
      return;
    }
    const reason = messageOf(error);
    throw new Error(`${address} may still be open; Atlas closes it at ${expires}. ${reason}`, { cause: error });
  }
}

function sayClosing({ address, expires }: KeptAccess, { reason, others, expiresAt }: Closing): string {
  const end = expiresAt === undefined ? 'stays for good' : `ends at ${isoTime(expiresAt)} at the latest`;
  switch (reason) {
    case 'last':
      return `${address} has been closed.`;
    case 'gone':
      return `${address} is not open any more. Should Atlas only not show it, it ends at ${expires}.`;
    case 'others':
      return `${address} stays open for ${others === 1 ? 'another job' : `${others} other jobs`}, and ${end}.`;
    case 'not mine':
      return `${address} is open for other jobs, not for this one, and ${end}.`;
    case 'full':
      return `${address} is shared by more jobs than its entry can name, so nobody closes it: it ${end}.`;
    case 'foreign':
      return `${address} is open by an entry that is not of this job, and ${end}.`;
    default:
      throw new Error(`No such closing: ${String(reason satisfies never)}`);
  }
}
