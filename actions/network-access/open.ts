import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import { waitUntilSettled } from '../../src/atlas/access-list-readiness.ts';
import { writeLacking } from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Reading } from '../../src/atlas/fresh-reading.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import { leaseId } from '../../src/environment/lease.ts';
import { repositoryKey } from '../../src/environment/repository.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { ForJob } from '../../src/spec/apply-access-list.ts';
import { expiryAfter } from '../../src/spec/expiry.ts';
import { keepAccess } from './kept-access.ts';
import { leaseTime, type Opening, planOpening, type Wish } from './lease-plan.ts';
import { runnerAddress } from './runner-address.ts';

type Context = Pick<ActionContext, 'job' | 'jobKey' | 'log' | 'saveState'>;

/** Milliseconds that an address stays open where nobody says otherwise: no job of GitHub's own runners takes longer. */
const USUAL_LIFE = 6 * 3_600_000;

/** What a job wants to have open, and for how long: by Atlas's clock, once Atlas has answered anything. */
export function wishFor(
  address: string,
  { client, context, life = USUAL_LIFE }: { client: AtlasClient; context: Context; life?: number },
): Wish {
  const { repository, repositoryId, runId } = context.job;
  return {
    address,
    leaseId: leaseId({ runId, job: `${repositoryKey({ repository, repositoryId })} ${context.jobKey()}` }),
    owner: repository,
    expiresAt: expiryAfter(life, client.time.forExpiry()),
  };
}

/** Finds the runner's address; what comes of it opens it in a project, beside whatever else is written there. */
export async function runnerOf(client: AtlasClient, context: Context): Promise<(groupId: string) => ForJob> {
  const wish = wishFor(await runnerAddress(client), { client, context });
  return (groupId) => openForJob(groupId, { wish, client, context });
}

/** An address that has been opened for a job. */
export interface OpenAddress {
  /** Waits until it lets connections through; resolves to the list as it was read after a write. */
  readonly settled: () => Promise<Reading | undefined>;
  /** What goes on in Atlas if the step ends now, with the address in it. */
  readonly underway: ActionContext['underway'];
}

/** Opens the access list for this job's runner. */
export async function openRunner(
  client: AtlasClient,
  groupId: string,
  context: Context & Pick<ActionContext, 'underway'>,
): Promise<OpenAddress> {
  const wish = wishFor(await runnerAddress(client), { client, context });
  const underway = (note: string | undefined) => context.underway([mayBeOpen(wish), note ?? []].flat().join(' '));
  underway(undefined);
  const forJob = openForJob(groupId, { wish, client, context });
  const writing = { groupId, lacking: forJob.lacking };
  const written = await writeLacking(client, writing);
  forJob.onOpened(written.existing);
  const addresses = [forJob.address];
  let isSettled = false;
  const settled = async () => {
    // Once it has settled, its status is all that there is to look at.
    const since = isSettled ? { ...written, at: undefined } : written;
    const reading = await waitUntilSettled(client, { ...writing, addresses, written: since, shared: forJob.address });
    isSettled = true;
    return reading;
  };
  return { settled, underway };
}

/** Keeps for the post step what is about to be opened, and says what the access list lacks for it. */
export function openForJob(
  groupId: string,
  { wish, client, context }: { wish: Wish; client: AtlasClient; context: Context },
): ForJob {
  const { address, leaseId, expiresAt } = wish;
  keepAccess(context, { groupId, address, leaseId, expires: isoTime(expiresAt) });
  const decide = (entries: readonly AccessListEntry[]) => planOpening(entries, wish, leaseTime(client));
  return {
    address,
    lacking: (entries) => [decide(entries).entry ?? []].flat(),
    onOpened: (existing) => tell(wish, decide(existing), context),
  };
}

function tell(wish: Wish, opening: Opening, { log }: Context): void {
  log.info(sayOpening(wish.address, opening));
  const endsTooSoon = opening.kind === 'foreign' && (opening.expiresAt ?? wish.expiresAt) < wish.expiresAt;
  if (!endsTooSoon) return;
  log.notice(
    `${wish.address} is let in by an entry that is not of atlas-actions, and that ends at ${isoTime(opening.expiresAt ?? 0)}: this job cannot connect afterwards.`,
  );
}

/** What to say of an address that is being opened, should the step end now. */
export function mayBeOpen({ address, expiresAt }: Wish): string {
  return `${address} may be open now; the post step of this action closes it, and Atlas at ${isoTime(expiresAt)} at the latest.`;
}

/** How a job has come to its address, in words. */
function sayOpening(address: string, { kind, expiresAt }: Opening): string {
  const end = expiresAt === undefined ? 'for good' : `until ${isoTime(expiresAt)} at the latest`;
  switch (kind) {
    case 'open':
      return `${address} has been opened for this job, ${end}.`;
    case 'join':
      return `${address} was open for other jobs, and is for this one too now, ${end}.`;
    case 'renew':
      return `${address} stays open for this job, ${end}.`;
    case 'held':
      return `${address} is open for this job already, ${end}.`;
    case 'full':
      return `${address} is shared by more jobs than its entry can name, so nobody closes it: it is open ${end}.`;
    case 'foreign':
      return `${address} is open by an entry that is not of this job, ${end}; it is left as it is.`;
    default:
      throw new Error(`No such opening: ${String(kind satisfies never)}`);
  }
}
