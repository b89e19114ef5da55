/** A text after the variables in it were replaced. */
export interface Substituted {
  readonly text: string;
  /** Names of the variables that stood in it, in order. */
  readonly names: readonly string[];
  readonly problems: readonly string[];
}

/** Stands for a variable that no spec may use. */
export const PRIVATE = Symbol('private');

/** Environment variables by name; undefined for one that is not set. */
export type Variables = (name: string) => string | typeof PRIVATE | undefined;

/**
 * Replaces `${NAME}` by the value of a variable, and `$${` by a plain `${`. What comes in is text and nothing else: it is
 * not read as YAML and not searched for further variables. Problems name the variable, never a value.
 */
export function substitute(text: string, variables: Variables): Substituted {
  const names: string[] = [];
  const problems: string[] = [];
  const replaced = text.replace(/\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]{0,254})\}|\$\{\{?/g, (match, name?: string) => {
    if (match === '$${') return '${';
    if (name === undefined) {
      problems.push(match === '${{' ? notHere : notAName);
      return match;
    }
    const value = variables(name);
    if (value === PRIVATE) {
      problems.push(notOurs(name));
      return match;
    }
    names.push(name);
    if (value === undefined || value === '') problems.push(unset(name));
    return value ?? '';
  });
  return { text: replaced, names, problems };
}

const notHere = `holds a GitHub expression, which nobody evaluates here; set an environment variable in the workflow and write \${NAME}`;
const notAName = `holds \${ without the name of a variable and }; write $\${ for the characters themselves`;

function notOurs(name: string): string {
  return `must not use the environment variable ${name}, which belongs to the runner, to a proxy or to this step itself`;
}

function unset(name: string): string {
  return `needs the environment variable ${name}, which is not set or empty (a secret that is missing, or hidden from a fork, is empty)`;
}
