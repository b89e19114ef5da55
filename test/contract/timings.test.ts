import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { timings } from '../../src/atlas/timings.ts';
import { measuredDurations } from '../../src/simulator/durations.ts';
import { CONTRACT_DIRECTORY, contractAvailable } from '../support/openapi.ts';

const row = z.object({ min: z.number(), p10: z.number(), median: z.number(), p90: z.number(), max: z.number() });
const file = z.object({
  clusterCreatingToIdle: z.record(z.string(), row),
  deleteTo404: z.record(z.string(), row),
  onDemandSnapshot: z.record(z.string(), row),
  restoreAutomated_finishedAtAfterPost: row.optional(),
  restoreDownload_urlAfterPost: row.optional(),
  flexRestore_finishedAfterScheduled: row.optional(),
});

/** The client's schedules and the simulator each have a copy of what was measured. */
describe.skipIf(!contractAvailable)('durations are those of the recordings', () => {
  const measured = contractAvailable
    ? file.parse(JSON.parse(readFileSync(join(CONTRACT_DIRECTORY, 'timings.json'), 'utf8')))
    : { clusterCreatingToIdle: {}, deleteTo404: {}, onDemandSnapshot: {} };
  const create = measured.clusterCreatingToIdle;
  const remove = measured.deleteTo404;
  const snapshot = measured.onDemandSnapshot;

  it.each([
    ['onDemandSnapshot', snapshot.firstSeenCompleted],
    ['createFree', create['M0 TENANT REPLICASET']],
    ['createFlex', create.flex],
    ['createDedicated', create['M10 AWS REPLICASET']],
    ['createSharded', create['M10 AWS SHARDED']],
    ['deleteDedicated', remove['M10 AWS REPLICASET']],
  ] as const)('of the client: %s', (name, expected) => {
    expect(timings[name]).toEqual(expected);
  });

  it.each([
    ['snapshot.inProgress', snapshot.firstSeenInProgress],
    ['snapshot.completed', snapshot.firstSeenCompleted],
    ['snapshot.createdAt', snapshot.createdAtAfterPost],
    ['restore.automated', measured.restoreAutomated_finishedAtAfterPost],
    ['restore.download', measured.restoreDownload_urlAfterPost],
    ['flexRestore.run', measured.flexRestore_finishedAfterScheduled],
    ['clusterCreate.M0', create['M0 TENANT REPLICASET']],
    ['clusterCreate.FLEX', create.flex],
    ['clusterCreate.M10', create['M10 AWS REPLICASET']],
    ['clusterCreate.M20', create['M20 AWS REPLICASET']],
    ['clusterCreate.AZURE', create['M10 AZURE REPLICASET']],
    ['clusterCreate.sharded', create['M10 AWS SHARDED']],
    ['clusterDelete.M0', remove['M0 TENANT REPLICASET']],
    ['clusterDelete.FLEX', remove.flex],
    ['clusterDelete.M10', remove['M10 AWS REPLICASET']],
    ['clusterDelete.sharded', remove['M10 AWS SHARDED']],
  ] as const)('of the simulator: %s', (name, expected) => {
    expect(expected && [expected.min, expected.p10, expected.median, expected.p90, expected.max]).toEqual(
      measuredDurations[name],
    );
  });
});
