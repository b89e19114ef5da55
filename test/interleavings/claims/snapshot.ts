import { snapshotStatus } from '../../../src/simulator/world/snapshots.ts';
import type { Claim } from '../support/use.ts';

/** This snapshot is completed, whole, of this cluster, recent, and of a kind that a restore takes. */
export function taken({ maxAgeMinutes = 0, isHasty = false } = {}): Claim {
  return ({ world, door, startedAt }) => {
    const { outputs } = door;
    const now = world.time.now();
    const snapshot = world.stage.atlas.state.snapshots.find(({ id }) => id === outputs['snapshot-id']);
    if (!snapshot || snapshot.deleted) return [`there is no snapshot ${outputs['snapshot-id']}`];
    const status = snapshotStatus(snapshot, now);
    const oldest = outputs.outcome === 'reused' ? startedAt - maxAgeMinutes * 60_000 : startedAt;
    return [
      ...(status === 'completed' || isHasty ? [] : [`the snapshot is ${status}`]),
      ...(snapshot.requestedAt >= oldest ? [] : ['the snapshot is older than it may be']),
      ...(snapshot.snapshotType === 'fallback' ? ['the snapshot is a fallback one'] : []),
      ...(/ safety\]$/.test(snapshot.description) ? ['the snapshot is a safety snapshot'] : []),
    ];
  };
}
