import { base64Alphabet } from '../random.ts';
import type { Cluster, World } from './types.ts';

const lettersAndDigits = base64Alphabet.slice(0, 62);

/** What a download is made of. */
export interface DownloadFile {
  readonly jobId: string;
  readonly snapshotId: string;
  readonly cluster: Cluster;
}

/** Makes the address of a download; who has it needs nothing else to fetch the data. */
export function downloadLink(world: World, { jobId, snapshotId, cluster }: DownloadFile): string {
  const token = world.random.characters(lettersAndDigits, 24);
  return `https://restore-${jobId}.${cluster.hosts.suffix}:27017/${token}/restore-${snapshotId}.tar.gz`;
}
