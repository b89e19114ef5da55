import { defineAction, growing, rule } from '../../src/definition/action.ts';
import { duration, flag, list, secret, text } from '../../src/definition/fields.ts';
import { atlasInputs, atlasOutputs, checkCredentials, gitHubTokenProblem, waitingInputs } from '../shared-inputs.ts';

const inputs = {
  organization: text({
    description:
      'Name or id of an organization: all of its projects that the credentials see, instead of one project. No variable stands in for it, so that nothing widens the sweep unseen.',
    // An organization that is named here stands above a project from the environment.
    fallback: { group: 'project' },
  }),
  repositories: list({
    description:
      'Repositories whose environments are looked at, as owner/name, or owner/* for all of an owner. By default the one that the workflow runs in, and no other; where this is given, exactly these.',
    item: { expression: /^[\w-]+\/([\w.-]+|\*)$/, form: 'a repository such as acme/shop, or acme/*' },
  }),
  'older-than-hours': duration({
    description:
      'Also removes what was made longer ago than this, whatever its expiry says. Not set: age is no reason.',
    unit: 'hours',
    min: 1,
    max: 87_600,
  }),
  'closed-pull-requests': flag({
    description:
      'Also removes the environments pr-<number> of pull requests that are closed or merged. GitHub is asked once for each. Needs pull-requests: read.',
    default: false,
  }),
  'github-token': secret({
    description:
      "Token for closed-pull-requests; by default the job's own, which sees the pull requests of its own repository.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it
    default: '${{ github.token }}',
  }),
  'retain-backups': flag({
    description:
      'Keep the snapshots of dedicated clusters, until they expire; their projects stay, too. A backup compliance policy may ask for it.',
    default: false,
  }),
  'dry-run': flag({ description: 'Say what would go, and delete nothing. Set it to false to sweep.', default: true }),
  ...waitingInputs({
    timeoutMinutes: 30,
    wait: 'Wait until Atlas has deleted the clusters, then delete the projects that are empty. With false the next run does that.',
    waits: false,
  }),
  ...atlasInputs,
} as const;

/** Removes what nobody needs any more, wherever the suite has made it. */
export const sweep = defineAction({
  name: 'sweep',
  title: 'MongoDB Atlas Sweep',
  description:
    'Removes expired preview environments of MongoDB Atlas, and those of closed pull requests, from a project or a whole organization.',
  branding: { icon: 'wind', color: 'green' },
  inputs,
  outputs: {
    ...growing('deleted', 'JSON array of what was, or would be, deleted: objects with kind, name, project and why.'),
    ...growing('kept', 'JSON array, in the same form, of what was looked at and stays.'),
    ...growing('failed', 'JSON array, in the same form, of what could not be done; the step is red then.'),
    count: { description: 'Number of items in deleted.' },
    ...atlasOutputs,
  },
  rules: [
    rule(inputs, ['project-id', 'project-name', 'organization'], (values) => {
      const given = (['project-id', 'project-name', 'organization'] as const).filter((name) => values[name]);
      if (given.length === 1) return undefined;
      return given.length === 0
        ? 'project-id (or project-name), or organization is required: where is to be swept?'
        : `${given.join(' and ')} are both given; one of them says where is to be swept.`;
    }),
    rule(
      inputs,
      ['closed-pull-requests', 'github-token'],
      ({ 'closed-pull-requests': closed, 'github-token': token }) => {
        if (!closed) return undefined;
        return token === undefined
          ? 'closed-pull-requests needs github-token: give it github.token, with pull-requests: read.'
          : gitHubTokenProblem(token);
      },
    ),
  ],
  preflight: checkCredentials,
  post: true,
});
