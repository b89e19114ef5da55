import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMarkOf, markedEnvironment, ownerDigits, readMark, writeMark } from '../../../src/environment/owner-mark.ts';
import {
  expiryOf,
  formatExpiry,
  ownerOf,
  ownershipTags,
  taggedEnvironment,
  tagNames,
} from '../../../src/environment/tags.ts';

const environment = { repository: 'Acme/shop', name: 'pr-7' };
const ours = ownershipTags({ repository: 'Acme/shop', runId: '42', environment, expiresAt: Date.UTC(2026, 10, 21) });

const anyEnvironment = fc.record({
  repository: fc.stringMatching(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/),
  name: fc.string({ maxLength: 80 }),
});
const second = fc.integer({ min: 0, max: Date.UTC(2200, 0) / 1000 }).map((seconds) => seconds * 1000);

it('reads back who owns what it tagged', () => {
  fc.assert(
    fc.property(anyEnvironment, second, (one, expiresAt) => {
      const tags = ownershipTags({ repository: one.repository, runId: '1', environment: one, expiresAt });
      expect(ownerOf(tags, one)).toBe('own');
      expect(ownerOf(tags, { ...one, repository: one.repository.toUpperCase() })).toBe('own');
      expect(ownerOf(tags, { ...one, name: `${one.name}x` })).toBe('sibling');
      expect(ownerOf(tags, { ...one, repository: `${one.repository}x` })).not.toBe('own');
      expect(expiryOf(tags)).toBe(expiresAt);
    }),
  );
});

it('leads from tags to marks, and from a mark that has room to the tags', () => {
  fc.assert(
    fc.property(
      anyEnvironment.filter(({ repository }) => !/\/\.{1,2}$/.test(repository)),
      (one) => {
        const found = taggedEnvironment(ownershipTags({ repository: one.repository, runId: '1', environment: one }));
        expect(found?.repository).toBe(one.repository);
        expect(found && ownerDigits(found)).toBe(ownerDigits(one));
        expect(found && isMarkOf(readMark(writeMark(one, { room: 80 })), found)).toBe(true);
        for (const own of [one.repository, 'other/one'])
          expect(markedEnvironment(`words ${writeMark(one, { room: 300 })}`, { repository: own })).toEqual(found);
      },
    ),
  );
});

it('finds no environment where there is none', () => {
  const repository = 'acme;shop';
  for (const tags of [
    {},
    { [tagNames.repository]: repository },
    { [tagNames.environment]: 'pr-7' },
    { [tagNames.repository]: repository, [tagNames.environment]: '' },
    ...['acme', 'acme;', ';shop', 'acme;shop;x', 'acme/shop', 'acme;..', 'acme;.', 'ac me;shop'].map((wrong) => ({
      [tagNames.repository]: wrong,
      [tagNames.environment]: 'pr-7',
    })),
  ])
    expect(taggedEnvironment(tags)).toBeUndefined();
  for (const text of [
    undefined,
    '',
    '[gha acme;shop pr-7 00000000]',
    writeMark({ repository: 'acme/shop' }, { room: 100 }),
  ])
    expect(markedEnvironment(text, { repository: 'acme/shop' })).toBeUndefined();
});

it('tells siblings, other repositories and strangers', () => {
  expect(ownerOf(ours, { ...environment, name: 'pr-8' })).toBe('sibling');
  expect(ownerOf(ownershipTags({ repository: 'Acme/shop', runId: '1' }), environment)).toBe('sibling');
  expect(ownerOf(ours, { ...environment, repository: 'Acme/other' })).toBe('other-repository');
  expect(ownerOf({}, environment)).toBe('foreign');
  expect(ownerOf({ team: 'payments', [tagNames.environment]: 'pr-7' }, environment)).toBe('foreign');
});

it('writes an expiry without colons, and reads it back to the second', () => {
  expect(formatExpiry(Date.UTC(2026, 10, 21, 21, 43, 0, 999))).toBe('20261121T214300Z');
  fc.assert(
    fc.property(second, (time) => {
      expect(expiryOf({ [tagNames.expiresAt]: formatExpiry(time) })).toBe(time);
    }),
  );
});

it('reads no expiry from anything else: what cannot be read is never a reason to delete', () => {
  const nonsense = [
    '',
    '0',
    '2026-11-21T21:43:00Z',
    '20261121T214300',
    '20261321T214300Z',
    '20261121T254300Z',
    '20260230T000000Z',
  ];
  for (const text of nonsense) expect(expiryOf({ [tagNames.expiresAt]: text })).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const expiry = expiryOf({ [tagNames.expiresAt]: text });
      expect(expiry === undefined || formatExpiry(expiry) === text).toBe(true);
    }),
  );
  expect(expiryOf({})).toBeUndefined();
});
