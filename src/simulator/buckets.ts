import { AtlasError } from './errors.ts';
import type { World } from './world/types.ts';

/** One token bucket: how many calls at once, and how many come back in which time. */
export interface BucketSize {
  readonly capacity: number;
  readonly refill: number;
  readonly periodSeconds: number;
}

/** Capacities as recorded; the refill of 1200 and 300 was quoted in public logs, the others are guesses in proportion. */
export const bucketSizes = {
  clusters: { capacity: 10_000, refill: 5000, periodSeconds: 60 },
  databaseUsers: { capacity: 10_000, refill: 5000, periodSeconds: 60 },
  customRoles: { capacity: 2000, refill: 1000, periodSeconds: 60 },
  projects: { capacity: 1200, refill: 500, periodSeconds: 60 },
  accessList: { capacity: 1200, refill: 500, periodSeconds: 60 },
  flexClusters: { capacity: 1200, refill: 500, periodSeconds: 60 },
  cloudBackup: { capacity: 1200, refill: 500, periodSeconds: 60 },
  flexBackup: { capacity: 1200, refill: 500, periodSeconds: 60 },
  organization: { capacity: 500, refill: 200, periodSeconds: 60 },
  organizations: { capacity: 300, refill: 100, periodSeconds: 60 },
} as const satisfies Record<string, BucketSize>;

export type BucketName = keyof typeof bucketSizes;

/** What a call took from its bucket. */
export interface Draft {
  readonly granted: boolean;
  readonly size: BucketSize;
  readonly remaining: number;
  readonly retryAfterSeconds: number;
}

/** Makes the buckets of one simulator; scopes keep projects, organizations and callers apart. */
export function createBuckets(world: World, overrides: Partial<Record<string, BucketSize>> = {}) {
  const levels = new Map<string, { tokens: number; at: number }>();
  return {
    take: (name: string, scope: string, fallback: BucketSize): Draft => {
      const size = overrides[name] ?? fallback;
      const now = world.clock.now();
      const level = levels.get(`${name} ${scope}`) ?? { tokens: size.capacity, at: now };
      const perMillisecond = size.refill / size.periodSeconds / 1000;
      const tokens = Math.min(size.capacity, level.tokens + (now - level.at) * perMillisecond);
      const granted = tokens >= 1;
      const left = granted ? tokens - 1 : tokens;
      levels.set(`${name} ${scope}`, { tokens: left, at: now });
      const retryAfterSeconds = granted ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000);
      return { granted, size, remaining: Math.floor(left), retryAfterSeconds };
    },
  };
}

export type Buckets = ReturnType<typeof createBuckets>;

/** Headers that tell a caller how much is left. */
export function rateLimitHeaders({ size, remaining }: Draft): Record<string, string> {
  return { 'RateLimit-Limit': String(size.capacity), 'RateLimit-Remaining': String(remaining) };
}

/** How an empty bucket is described to who finds it so. */
export type Shortage = Pick<Draft, 'size' | 'retryAfterSeconds'>;

/** The 429 of an empty bucket, as quoted in public logs. */
export function rateLimited(path: string, { size, retryAfterSeconds }: Shortage): AtlasError {
  const where = decodeURIComponent(path.replace(/^\//, ''));
  const { capacity, refill, periodSeconds } = size;
  return new AtlasError({
    status: 429,
    errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
    detail: `Rate limit exceeded for ${where}. Please retry after ${retryAfterSeconds} seconds. Request capacity: ${capacity}. Refill rate: ${refill} per ${periodSeconds} seconds.`,
    parameters: [where, retryAfterSeconds, capacity, refill, periodSeconds],
    headers: {
      'Retry-After': String(retryAfterSeconds),
      'RateLimit-Limit': String(capacity),
      'RateLimit-Remaining': '0',
    },
  });
}
