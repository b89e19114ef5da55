import { describe, expect, it } from 'vitest';
import { notesOf, withRelease } from '../../../scripts/changelog.ts';

const CHANGELOG = `# Changelog

## Unreleased

- \`restore\`: a new action.

## 1.0.1 (2026-11-20)

- A fix.

## 1.0.0 (2026-11-01)

- The first.
`;

describe('the changelog', () => {
  it('says what is new in a version', () => {
    expect(notesOf(CHANGELOG, '1.0.1')).toBe('- A fix.');
    expect(notesOf(CHANGELOG, '1.0.0')).toBe('- The first.');
  });

  it.each(['1.0', '1.0.10', '2.0.0'])('does not know %s', (version) => {
    expect(() => notesOf(CHANGELOG, version)).toThrow(`CHANGELOG.md has no section "## ${version}"`);
  });

  it('makes a version of what is unreleased, and keeps a place for what comes next', () => {
    const released = withRelease(CHANGELOG, { version: '1.1.0', day: '2026-12-01' });
    expect(released).toContain('## Unreleased\n\n## 1.1.0 (2026-12-01)\n\n- `restore`: a new action.\n\n## 1.0.1');
    expect(notesOf(released, '1.1.0')).toBe('- `restore`: a new action.');
    expect(() => withRelease(released, { version: '1.2.0', day: '2026-12-02' })).toThrow('says nothing of Unreleased');
  });

  it('makes no version twice', () => {
    expect(() => withRelease(CHANGELOG, { version: '1.0.1', day: '2026-12-01' })).toThrow(
      'has a section of 1.0.1 already',
    );
  });
});
