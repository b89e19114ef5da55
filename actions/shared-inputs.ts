import { type Given, type Preflight, rule, type ValuesOf } from '../src/definition/action.ts';
import { choice, duration, flag, origin, secret, text } from '../src/definition/fields.ts';

/** What names and ids look like, for inputs. */
export const clusterNamePattern = {
  expression: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/,
  form: 'a cluster name: letters, digits and hyphens, at most 64',
};
export const databaseNamePattern = { expression: /^[^/\\. "$*<>:|?\0]{1,63}$/, form: 'a database name' };
export const projectIdPattern = {
  expression: /^[0-9a-f]{24}$/,
  form: 'a project id: 24 hexadecimal digits, in lower case',
};

/** Inputs that every action has: the same names, texts, rules and order everywhere. */
export const atlasInputs = {
  'client-id': text({
    description: 'Client id of an Atlas service account (recommended).',
    pattern: {
      expression: /^mdb_sa_id_[0-9a-fA-F]{24}$/,
      form: 'a service account id: mdb_sa_id_ and 24 hexadecimal digits',
    },
    unquoted: true,
    fallback: { variable: 'MONGODB_ATLAS_CLIENT_ID', group: 'credentials' },
  }),
  'client-secret': secret({
    description:
      'Client secret of the service account. Pass a GitHub secret: a plain value would be printed before it can be masked.',
    fallback: { variable: 'MONGODB_ATLAS_CLIENT_SECRET', group: 'credentials' },
  }),
  'public-key': text({
    description: 'Public key of an Atlas API key, where there is no service account.',
    pattern: { expression: /^[A-Za-z0-9_-]{1,64}$/, form: 'the public half of an API key: letters and digits' },
    unquoted: true,
    fallback: { variable: 'MONGODB_ATLAS_PUBLIC_API_KEY', group: 'credentials' },
  }),
  'private-key': secret({
    description:
      'Private key of the API key. Pass a GitHub secret: a plain value would be printed before it can be masked.',
    fallback: { variable: 'MONGODB_ATLAS_PRIVATE_API_KEY', group: 'credentials' },
  }),
  'project-id': text({
    description: 'Id of the Atlas project, 24 hexadecimal digits.',
    pattern: projectIdPattern,
    fallback: { variable: 'MONGODB_ATLAS_PROJECT_ID', group: 'project' },
  }),
  'project-name': text({
    description: 'Name of the Atlas project, where its id is not at hand. Costs one more request.',
    pattern: {
      expression: /^(?!\.{1,2}$)[\p{L}\p{N} \-_.(),:&@+']{1,64}$/u,
      form: 'a project name of 1 to 64 characters, and not just dots',
    },
    fallback: { group: 'project' },
  }),
  'base-url': origin({
    description:
      'Address of Atlas, for Atlas for Government or a simulator. https://cloud.mongodb.com where nothing is given.',
    fallback: { variable: 'MONGODB_ATLAS_BASE_URL', group: 'base-url' },
  }),
  'on-missing-credentials': choice({
    description:
      'What to do in a run from which GitHub keeps secrets (forks, Dependabot): fail, or skip with a notice and the output skipped. Where a secret is merely not set, the step fails all the same.',
    values: ['fail', 'skip'],
    default: 'fail',
  }),
} as const;

/** Inputs of the actions that wait for Atlas. */
export function waitingInputs<const Minutes extends number>(options: {
  timeoutMinutes: Minutes;
  wait: string;
  /** Whether it waits where nothing is said; every action does that leaves something to be used. */
  waits?: boolean;
}) {
  return {
    wait: flag({ description: options.wait, default: options.waits ?? true }),
    ...timeoutInput(options),
  } as const;
}

/** The bound of every step. */
export function timeoutInput<const Minutes extends number>({ timeoutMinutes }: { timeoutMinutes: Minutes }) {
  return {
    'timeout-minutes': duration({
      description: 'Longest time for the whole step. When it is over the step fails and says what goes on in Atlas.',
      unit: 'minutes',
      min: 1,
      max: 2_880,
      default: timeoutMinutes,
    }),
  } as const;
}

/** Outputs that every action has. */
export const atlasOutputs = {
  skipped: { description: 'true if nothing was done because GitHub hands the run no secrets; otherwise empty.' },
} as const;

/** The parsed values of the shared inputs. */
export type AtlasInputs = ValuesOf<typeof atlasInputs>;

/** Exactly one way to name the project. */
export const oneProject = rule(atlasInputs, ['project-id', 'project-name'], (values) => {
  const given = [values['project-id'], values['project-name']].filter((value) => value !== undefined);
  if (given.length === 1) return undefined;
  return given.length === 0
    ? 'project-id (or project-name) is required. It is the 24 hexadecimal digits after /v2/ in the address of the project in Atlas; it is no secret, so keep it in a variable such as vars.ATLAS_PROJECT_ID.'
    : 'project-id and project-name are both given; one of them is enough.';
});

/** Why a token could not even be sent; asked of those that are used, before anything else is. */
export function gitHubTokenProblem(token: string): string | undefined {
  return /^[\x21-\x7e]+$/.test(token) ? undefined : 'github-token is no token: it holds spaces or line breaks.';
}

const pairs = [
  ['client-id', 'client-secret'],
  ['public-key', 'private-key'],
] as const;

/** Looks at the credentials before anything else: a run that cannot have any is told so, or skipped. */
export function checkCredentials(given: Given): Preflight {
  const has = (name: string) => given.text(name) !== undefined;
  const begun = pairs.filter((pair) => pair.some(has));
  // In a fork's run the secret half is empty even where the id is a plain variable.
  const missing = begun.length === 0 || (given.withoutSecrets !== undefined && !pairs.some(([, key]) => has(key)));
  if (missing) return missingCredentials(given);
  if (begun.length > 1) {
    return {
      problems: [
        'Both kinds of credentials are given: a service account (client-id, client-secret) and an API key (public-key, private-key). Keep one of them; inputs stand above environment variables.',
      ],
    };
  }
  return {
    problems: begun
      .flat()
      .flatMap((name, _, pair) =>
        has(name)
          ? []
          : [`${name} is missing, though ${pair.find(has)} is given. Inputs and environment variables are not mixed.`],
      ),
  };
}

/** A run that GitHub keeps secrets from may be skipped; any other has a mistake in it, and green would be a lie. */
function missingCredentials({ text, withoutSecrets }: Given): Preflight {
  const skips = text('on-missing-credentials') === 'skip';
  if (withoutSecrets !== undefined) {
    return skips
      ? { skip: `Skipped, nothing was done: this is ${withoutSecrets}, and GitHub hands it no secrets.` }
      : {
          problems: [
            `There are no Atlas credentials: this is ${withoutSecrets}, and GitHub hands it no secrets. Set on-missing-credentials: skip to pass over such runs.`,
          ],
        };
  }
  const what =
    'There are no Atlas credentials: neither client-id and client-secret nor public-key and private-key is set.';
  const why =
    'A secret that is not set, is misspelt, or belongs to an environment that the job does not name arrives empty.';
  const notSkipped = skips ? ' (on-missing-credentials: skip passes over runs of forks and Dependabot only.)' : '';
  return { problems: [`${what} ${why}${notSkipped}`] };
}
