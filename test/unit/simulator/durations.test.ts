import { describe, expect, it } from 'vitest';
import { drawDuration, drawSnapshotMilestones, measuredDurations, quantile } from '../../../src/simulator/durations.ts';
import { createObjectIds, createRandom } from '../../../src/simulator/random.ts';
import { replicaSet } from './ask.ts';
import { stage } from './clusters-stage.ts';

describe('durations', () => {
  it('are read off the measured points and in straight lines between them', () => {
    const points = [10, 20, 30, 40, 100] as const;
    expect([0, 0.05, 0.1, 0.5, 0.7, 0.9, 0.95, 1].map((share) => Math.round(quantile(points, share)))).toEqual([
      10, 15, 20, 30, 35, 40, 70, 100,
    ]);
  });

  it('have about the measured median when drawn often', () => {
    const random = createRandom(7);
    const drawn = Array.from(
      { length: 2001 },
      () => drawDuration({ random, speed: 1, durations: {} }, 'clusterCreate.M10') / 1000,
    ).sort((left, right) => left - right);
    const [least, , median, , most] = measuredDurations['clusterCreate.M10'];
    expect(Math.abs((drawn[1000] ?? 0) - median)).toBeLessThan(20);
    expect(drawn[0]).toBeGreaterThanOrEqual(least);
    expect(drawn.at(-1)).toBeLessThanOrEqual(most);
  });

  it('do not depend on how often one asks', async () => {
    const [patient, eager] = [stage({ seed: 5 }), stage({ seed: 5 })];
    for (let count = 0; count < 3; count += 1) await eager.ask('GET', eager.clusters);
    for (const { create } of [patient, eager]) await create(replicaSet('orders'));
    expect(eager.atlas.state.clusters[0]?.phases).toEqual(patient.atlas.state.clusters[0]?.phases);
  });

  it('can be pinned by name or by family', () => {
    const random = createRandom(7);
    expect(drawDuration({ random, speed: 1, durations: { 'clusterCreate.M0': 3 } }, 'clusterCreate.M0')).toBe(3000);
    expect(drawDuration({ random, speed: 1, durations: { clusterCreate: 5 } }, 'clusterCreate.sharded')).toBe(5000);
  });

  it('keep the milestones of a snapshot in order, pinned or not', () => {
    const random = createRandom(3);
    const draws = Array.from({ length: 200 }, () => drawSnapshotMilestones({ random, speed: 1, durations: {} }));
    draws.push(drawSnapshotMilestones({ random, speed: 1, durations: { snapshot: 10 } }));
    for (const { inProgress, mongodVersion, createdAt, cloudProvider, completed } of draws) {
      const times = [inProgress, mongodVersion, createdAt, cloudProvider, completed];
      expect(times).toEqual(times.toSorted((left, right) => left - right));
    }
    expect(draws.at(-1)?.completed).toBe(10_000);
  });
});

describe('chance', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const numbers = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.integer(0, 1_000_000));
    };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  it('makes ids that begin with the second of creation and never repeat', () => {
    const newId = createObjectIds(createRandom(1));
    const at = Date.parse('2026-08-10T03:26:42Z');
    const ids = Array.from({ length: 1000 }, () => newId(at));
    expect(ids[0]).toMatch(/^6a7944f2[0-9a-f]{16}$/);
    expect(new Set(ids).size).toBe(1000);
  });
});
