const MOST_BYTES = 48 * 1024;

/** Says what GitHub has against a secret's name; undefined if nothing (GitHub docs, "Secrets reference"). */
export function secretNameProblem(name: string): string | undefined {
  const shown = `The secret name ${JSON.stringify(name.slice(0, 100))}`;
  if (!/^\w+$/.test(name)) return `${shown} may only hold letters, digits and underscores.`;
  if (/^\d/.test(name)) return `${shown} must not start with a digit.`;
  if (/^github_/i.test(name)) return `${shown} must not start with GITHUB_, which GitHub keeps for itself.`;
  return undefined;
}

/** Says what GitHub has against a secret's value, without showing anything of it. */
export function secretValueProblem(name: string, value: string): string | undefined {
  if (value === '') return `The value for the secret ${name} is empty: a job could not tell it from a missing one.`;
  const bytes = Buffer.byteLength(value);
  if (bytes > MOST_BYTES) return `The value for the secret ${name} has ${bytes} bytes; GitHub takes ${MOST_BYTES}.`;
  return undefined;
}

/** Says what is wrong with an environment's name: a dot segment would lead to another address. */
export function environmentNameProblem(environment: string): string | undefined {
  const fits = environment !== '' && environment.length <= 255 && !/^\.{1,2}$/.test(environment);
  return fits ? undefined : `${JSON.stringify(environment.slice(0, 100))} cannot be the name of a GitHub environment.`;
}
