import { describe, expect, it } from 'vitest';
import { madeAt, type Rules, verdictOn } from '../../../actions/sweep/verdict.ts';
import { formatExpiry } from '../../../src/environment/tags.ts';
import { HOUR } from '../../support/seed-environment.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const environment = { repository: 'acme/shop', tag: 'pr-7' };

function rules(more: Partial<Rules> = {}): Rules {
  return {
    own: { repository: 'acme/shop' },
    selects: () => true,
    now: () => now,
    olderThan: undefined,
    pullRequestState: undefined,
    ...more,
  };
}

describe('what cannot be read is no reason to delete', () => {
  const closed = rules({ olderThan: HOUR, pullRequestState: async () => 'closed' });

  it('when it was made: neither age nor a closed pull request counts then', async () => {
    const verdict = await verdictOn(
      { environment, tags: {}, madeAt: undefined },
      rules({ ...closed, olderThan: HOUR }),
    );
    expect(verdict).toEqual({
      isOver: false,
      why: 'pull request acme/shop#7 is closed, but when it was made cannot be read',
    });
  });

  it('but an expiry that has passed says enough', async () => {
    const tags = { 'gha-expires-at': formatExpiry(now - HOUR) };
    expect(await verdictOn({ environment, tags, madeAt: undefined }, rules())).toMatchObject({ isOver: true });
  });

  it.each(['', ' ', '20261120', '2026-11-20T00:00:00Z', '20261131T000000Z', '20261120T000000', 'never', '0'])(
    'an expiry of "%s"',
    async (expiry) => {
      const tags = { 'gha-expires-at': expiry };
      const { isOver } = await verdictOn({ environment, tags, madeAt: now - 900 * HOUR }, rules());
      expect(isOver).toBe(false);
    },
  );

  it.each(['open', 'unknown', 'not-asked'] as const)('a pull request that is %s', async (state) => {
    const asked = rules({ pullRequestState: async () => state });
    expect(await verdictOn({ environment, tags: {}, madeAt: now - 900 * HOUR }, asked)).toMatchObject({
      isOver: false,
    });
  });
});

describe('when something was made', () => {
  const id = (at: number) =>
    Math.floor(at / 1_000)
      .toString(16)
      .padStart(8, '0')
      .padEnd(24, '0');

  it('is what its id and Atlas say, and of the two the later', () => {
    expect(madeAt(id(now), undefined)).toBe(now);
    expect(madeAt(id(now), '2026-11-21T14:00:00Z')).toBe(now + 2 * HOUR);
    expect(madeAt(id(now), '2026-11-21T10:00:00Z')).toBe(now);
    expect(madeAt('no-id', '2026-11-21T12:00:00Z')).toBe(now);
  });

  it('is not known where neither can be read', () => {
    expect(madeAt('no-id', 'some day')).toBeUndefined();
    expect(madeAt('', 5)).toBeUndefined();
  });
});
