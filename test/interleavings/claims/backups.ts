import type { Claim } from '../support/use.ts';

/** This snapshot is deleted, and nothing else of its cluster is. */
export function snapshotDeleted(description: string): Claim {
  return ({ world, door }) => {
    const { snapshots } = world.stage.atlas.state;
    const others = snapshots.filter((one) => one.description !== description);
    return [
      ...(snapshots.some((one) => one.description === description && !one.deleted) ? ['the snapshot is there'] : []),
      ...others.filter(({ deleted }) => deleted).map((one) => `snapshot ${one.description} is deleted`),
      ...(['deleted', 'absent'].includes(door.outputs.status ?? '') ? [] : [`status is ${door.outputs.status}`]),
    ];
  };
}
