import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinLeases,
  type Leases,
  leaseId,
  leaseUntil,
  leaveLeases,
  readLeases,
  writeLeases,
} from '../../../src/environment/lease.ts';
import { readMark, writeMark } from '../../../src/environment/owner-mark.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-21T12:00:00Z');
const nobody: Leases = { owner: 'acme/shop', held: [], isFull: false };
const runs = ['19512345678', '19512345679', '19512345680', '19512345681', '19512345682'];
const leases = runs.map((runId) => leaseUntil(leaseId({ runId, job: 'a' }), now + 6 * HOUR));
const holding = (count: number) => leases.slice(0, count).reduce(joinLeases, nobody);

describe('the comment of an entry that jobs have opened', () => {
  it('names the repository and the runs, for people', () => {
    expect(writeLeases(holding(1))).toMatch(/^gha acme\/shop: 19512345678[A-Za-z][A-Za-z0-9]{3}[0-9a-z]{2}$/);
    expect(writeLeases(holding(3))).toMatch(/^gha acme\/shop: 19512345678\w{6} 19512345679\w{6} 19512345680\w{6}$/);
  });

  it('holds four leases in eighty characters, and gives up the name for them', () => {
    const comment = writeLeases(holding(4));
    expect(comment.length).toBeLessThanOrEqual(80);
    expect(readLeases(comment, now)?.held).toEqual(leases.slice(0, 4));
  });

  it('is marked full by a fifth', () => {
    expect(writeLeases(holding(5))).toBe('gha acme/shop: full');
    expect(readLeases('gha acme/shop: full', now)).toEqual({ owner: 'acme/shop', held: [], isFull: true });
    expect(joinLeases({ ...nobody, isFull: true }, leaseUntil('1abcd', now)).isFull).toBe(true);
  });

  it('is full earlier where the ids of runs are long', () => {
    const long = [1, 2, 3, 4].map((digit) => leaseUntil(`${String(digit).repeat(15)}abcd`, now + HOUR));
    const joined = long.reduce(joinLeases, nobody);
    expect(joined.isFull).toBe(true);
    expect(writeLeases(long.slice(0, 3).reduce(joinLeases, nobody)).length).toBeLessThanOrEqual(80);
  });

  it('forgets leases that have ended, a little after their hour', () => {
    const comment = writeLeases(holding(2));
    expect(readLeases(comment, now + 6 * HOUR)?.held).toHaveLength(2);
    expect(readLeases(comment, now + 6 * HOUR + 11 * 60_000)?.held).toHaveLength(0);
    expect(readLeases(comment, now + 20 * 24 * HOUR)?.held).toHaveLength(0);
  });

  it('is renewed in place, not doubled', () => {
    const renewed = joinLeases(holding(2), leaseUntil(leases[0]?.id ?? '', now + 9 * HOUR));
    expect(renewed.held.map(({ endsAt }) => (endsAt - now) / HOUR)).toEqual([6, 9]);
  });

  it('is left by one lease, and keeps the others', () => {
    const left = leaveLeases(holding(3), leases[1]?.id ?? '');
    expect(left.held).toEqual([leases[0], leases[2]]);
  });

  it.each([
    undefined,
    '',
    'office',
    'gha',
    'gha by hand',
    'gha acme/shop',
    'gha acme/shop: ',
    'gha acme/shop: 19512345678',
    'gha acme/shop: 19512345678kX3fq4 and more',
    'my gha acme/shop: 19512345678kX3fq4',
    'gha acme/shop: 19512345678kX3fq4\n',
    'gha 1password: home',
    writeMark({ repository: 'acme/shop', name: 'pr-1' }, { room: 80 }),
  ])('is not %j', (comment) => {
    expect(readLeases(comment, now)).toBeUndefined();
  });

  it('is no mark of a listed entry, and a mark is none of it', () => {
    expect(readMark(writeLeases(holding(4)))).toBeUndefined();
    expect(readMark(writeLeases({ ...nobody, isFull: true }))).toBeUndefined();
  });
});

describe('the lease of a job', () => {
  it('is the same in all its steps, and another one in any other job', () => {
    const ids = ['1 test runner-1', '1 test runner-2', '2 test runner-1'].map((job) => leaseId({ runId: '4711', job }));
    expect(leaseId({ runId: '4711', job: '1 test runner-1' })).toBe(ids[0]);
    expect(new Set([...ids, leaseId({ runId: '4712', job: '1 test runner-1' })]).size).toBe(4);
  });

  it('can be made where there is no run, as under an emulator', () => {
    expect(leaseId({ runId: '', job: 'a' })).toMatch(/^0[A-Za-z][A-Za-z0-9]{3}$/);
    expect(leaseId({ runId: 'x y', job: 'a' })).toMatch(/^0[A-Za-z][A-Za-z0-9]{3}$/);
  });
});

const anyLease = fc
  .record({ runId: fc.bigInt({ min: 0n, max: 10n ** 13n }), job: fc.string(), hours: fc.integer({ min: 0, max: 168 }) })
  .map(({ runId, job, hours }) => leaseUntil(leaseId({ runId: String(runId), job }), now + hours * HOUR));

describe('whatever the leases', () => {
  it('what is written is read, in at most eighty characters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyLease, { maxLength: 6, selector: ({ id }) => id }), fc.string(), (all, owner) => {
        const joined = all.reduce(joinLeases, { owner, held: [], isFull: false } satisfies Leases);
        const comment = writeLeases(joined);
        if (joined.held.length === 0 && !joined.isFull) return;
        const read = readLeases(comment, now);
        expect(comment.length).toBeLessThanOrEqual(80);
        expect([read?.held, read?.isFull]).toEqual([joined.held, joined.isFull]);
      }),
    );
  });
});
