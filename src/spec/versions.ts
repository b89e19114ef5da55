/** Major part of a version: 8.0 of 8.0.29. */
export function majorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** A version as Atlas writes it: GitHub hands over 8.0 without quotes as 8 (actions/runner#849). */
export function fullVersion(version: string | undefined): string | undefined {
  return version === undefined || version.includes('.') ? version : `${version}.0`;
}

/** Why a cluster cannot get a version: Atlas goes up, and one step at a time. */
export function versionProblem(wanted: string | undefined, running: string | undefined): string | undefined {
  if (wanted === undefined || running === undefined || wanted === majorOf(running)) return undefined;
  const [to, from] = [wanted, running].map((version) => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return { major, minor };
  });
  if (!to || !from) return undefined;
  if (to.major < from.major || (to.major === from.major && to.minor < from.minor)) {
    return `mongodb-version cannot go back from ${running} to ${wanted}. Leave it out, or restore into a new cluster`;
  }
  if (to.major - from.major <= 1) return undefined;
  return `mongodb-version cannot jump from ${running} to ${wanted}: Atlas goes one step at a time. Go to ${from.major + 1}.0 first`;
}
