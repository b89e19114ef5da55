const UNRELEASED = '## Unreleased';

/** What CHANGELOG.md says of a version. Throws where it says nothing. */
export function notesOf(changelog: string, version: string): string {
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')}(?= |$).*$`, 'm').exec(changelog);
  if (!heading) throw new Error(`CHANGELOG.md has no section "## ${version}".`);
  const [notes = ''] = changelog.slice(heading.index + heading[0].length).split(/^## /m);
  if (notes.trim() === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes.trim();
}

/** Turns what is unreleased into a version of this day. Throws where there is nothing, or the version is there already. */
export function withRelease(changelog: string, { version, day }: { version: string; day: string }): string {
  notesOf(changelog, 'Unreleased');
  if (changelog.includes(`\n## ${version} `)) throw new Error(`CHANGELOG.md has a section of ${version} already.`);
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version} (${day})`);
}
