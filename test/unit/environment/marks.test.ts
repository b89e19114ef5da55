import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMarkedBy, isMarkOf, markedEnvironment, readMark, writeMark } from '../../../src/environment/owner-mark.ts';
import {
  derivedFingerprint,
  derivePassword,
  randomFingerprint,
  randomPassword,
} from '../../../src/environment/passwords.ts';

const owner = { repository: 'acme/shop', name: 'pr-123' };

describe('the mark of what has no tags', () => {
  it('is readable, and read back', () => {
    const mark = writeMark(owner, { fingerprint: '1a2b3c', room: 100 });
    expect(mark).toMatch(/^\[gha acme;shop pr-123 [0-9a-f]{8}\.1a2b3c\]$/);
    expect(readMark(`for the app ${mark}`)).toEqual({
      byName: expect.stringMatching(/^[0-9a-f]{8}$/),
      byId: undefined,
      fingerprint: '1a2b3c',
    });
    expect(isMarkOf(readMark(mark), owner)).toBe(true);
  });

  it('keeps to its room for every owner, and still says whose it is', () => {
    const text = fc.string({ minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 25, max: 100 }), (repository, name, room) => {
        const mark = writeMark({ repository, name }, { fingerprint: 'abcdef', room });
        expect(mark.length).toBeLessThanOrEqual(room);
        expect(isMarkOf(readMark(mark), { repository, name })).toBe(true);
      }),
    );
  });

  it.each([
    { repository: 'acme/shop', name: 'pr-12' },
    { repository: 'acme/other', name: 'pr-123' },
    { repository: 'acme/shop' },
  ])('is not that of %j', (other) => {
    expect(isMarkOf(readMark(writeMark(owner, { room: 100 })), other)).toBe(false);
  });

  it('keeps to its room with an id, and says whose it is to both who know the id and who do not', () => {
    const text = fc.string({ minLength: 1, maxLength: 300 });
    const id = fc.stringMatching(/^[1-9]\d{0,18}(@[a-z.]{1,60})?$/);
    fc.assert(
      fc.property(text, text, id, fc.integer({ min: 25, max: 100 }), (repository, name, repositoryId, room) => {
        const mark = readMark(writeMark({ repository, repositoryId, name }, { fingerprint: 'abcdef', room }));
        expect(writeMark({ repository, repositoryId, name }, { fingerprint: 'abcdef', room }).length).toBeLessThan(
          room + 1,
        );
        expect(mark?.fingerprint).toBe('abcdef');
        expect(isMarkOf(mark, { repository, repositoryId, name })).toBe(true);
        expect(isMarkOf(mark, { repository, name })).toBe(true);
        expect(isMarkOf(mark, { repository: `${repository}x`, repositoryId, name })).toBe(true);
        expect(isMarkOf(mark, { repository, repositoryId: `${repositoryId}0`, name })).toBe(false);
        expect(isMarkOf(mark, { repository: `${repository}x`, name })).toBe(false);
      }),
    );
  });

  it('leads to the environment of a repository that was renamed, and not to one that has its name now', () => {
    const text = `app ${writeMark({ repository: 'acme/shop', repositoryId: '101', name: 'pr-8' }, { room: 80 })}`;
    const store = { repository: 'acme/store', repositoryId: '101' };
    expect(markedEnvironment(text, store)).toEqual({ ...store, tag: 'pr-8' });
    expect(isMarkedBy(text, store)).toBe(true);
    const newShop = { repository: 'acme/shop', repositoryId: '202' };
    expect([markedEnvironment(text, newShop), isMarkedBy(text, newShop)]).toEqual([undefined, false]);
    const web = { repository: 'acme/web', repositoryId: '303' };
    expect(markedEnvironment(text, web)).toEqual({ repository: 'acme/shop', tag: 'pr-8' });
  });

  it('of a list or of the repository alone is told by the repository, too', () => {
    const shop = { repository: 'acme/shop', repositoryId: '101' };
    for (const owner of [{ ...shop, list: 'ci.yml' }, shop]) {
      const text = writeMark(owner, { room: 80 });
      expect([isMarkedBy(text, { ...shop, repository: 'acme/store' }), markedEnvironment(text, shop)]).toEqual([
        true,
        undefined,
      ]);
      expect(isMarkedBy(text, { ...shop, repositoryId: '202' })).toBe(false);
    }
  });

  it('is not seen in what people write', () => {
    for (const text of [undefined, '', 'app user', '[gha]', '[gha x]', '[gha acme;shop 12345678] and more'])
      expect(readMark(text)).toBeUndefined();
  });
});

describe('passwords', () => {
  const user = { projectId: 'p', clusterName: 'c', username: 'u' };

  it('that are derived are the same in every job, and differ by project, cluster, user and seed', () => {
    const all = [
      derivePassword('seed', user),
      derivePassword('other', user),
      ...(['projectId', 'clusterName', 'username'] as const).map((part) =>
        derivePassword('seed', { ...user, [part]: 'x' }),
      ),
    ];
    expect(new Set(all).size).toBe(5);
    expect(derivePassword('seed', user)).toBe(all[0]);
    for (const password of [...all, randomPassword()]) expect(password).toMatch(/^[A-Za-z0-9_-]{32,43}$/);
  });

  it('that are derived have a fingerprint that changes with them, and that only the seed can compute', () => {
    const of = (seed: string, password: string) => derivedFingerprint({ seed, password }, user);
    expect(of('seed', 'a')).toMatch(/^[0-9a-f]{6}$/);
    expect(of('seed', 'a')).toBe(of('seed', 'a'));
    expect(of('seed', 'a')).not.toBe(of('seed', 'b'));
    expect(of('seed', 'a')).not.toBe(of('other', 'a'));
  });

  it('that are given or random have a fingerprint that is made of nothing', () => {
    expect(randomFingerprint()).toMatch(/^[0-9a-f]{6}$/);
    expect(randomFingerprint()).not.toBe(randomFingerprint());
  });
});
