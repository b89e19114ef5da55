import { defineAction, growing, rule } from '../../src/definition/action.ts';
import { choice, flag, list, secret, text, wholeNumber } from '../../src/definition/fields.ts';
import { forms } from '../../src/spec/forms.ts';
import { runnerInputs } from '../network-access/inputs.ts';
import { connectionOutputs, environmentInputs, expiryInput, loginInputs, passwordRules } from '../shared-connection.ts';
import { atlasInputs, atlasOutputs, checkCredentials, gitHubTokenProblem, waitingInputs } from '../shared-inputs.ts';

/** How Atlas spells what somebody has written with other signs. */
function regionHint(region: string): string | undefined {
  const spelled = region.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return forms.region.expression.test(spelled) ? `Atlas spells it ${spelled}` : undefined;
}

const inputs = {
  config: text({
    description:
      'The spec: a YAML file in the workspace, or YAML itself. Instead of tier to termination-protection, organization, username, password and roles.',
  }),
  ...environmentInputs,
  tier: text({
    description:
      'M0 (free), FLEX, or a dedicated size such as M10, R40 (Low-CPU) or M40_NVME. By default FLEX for an environment.',
    pattern: forms.tier,
  }),
  provider: text({ description: 'Cloud provider. By default AWS.', pattern: forms.provider }),
  region: text({
    description:
      "Region, as Atlas spells it (US_EAST_1) or the cloud does (us-east-1). An environment is in the provider's region in the eastern USA where nothing is said.",
    pattern: { ...forms.region, hint: regionHint },
  }),
  'mongodb-version': text({
    description: "Major version, such as 8.0. By default Atlas's recommended one.",
    pattern: forms.mongodbVersion,
  }),
  backup: flag({ description: 'Cloud backup. Not set: off for a new cluster, unchanged for an existing one.' }),
  'point-in-time': flag({ description: 'Continuous backup, for restores to any second. Needs backup.' }),
  'disk-size-gb': wholeNumber({ description: 'Disk size in GB.', min: 10, max: 65_536 }),
  edition: choice({
    description:
      'Database edition, chosen when the cluster is created: infinite is Atlas Infinite (preview). By default core.',
    values: ['core', 'infinite'],
  }),
  'max-storage-gb': wholeNumber({
    description: 'Limit of the data of a cluster of edition infinite, in GB.',
    min: 1,
    max: 131_072,
  }),
  tags: list({
    description: 'Tags of the cluster, as key=value.',
    item: { expression: /^[^=]+=[\s\S]+$/, form: 'a tag such as team=payments' },
  }),
  'termination-protection': flag({ description: 'Whether Atlas refuses to delete the cluster until this is lifted.' }),
  organization: text({ description: 'Name or id of the organization; only to create a project by project-name.' }),
  ...loginInputs,
  'expires-in-hours': expiryInput({
    description:
      'Marks when the environment expires: 72 where nothing is said, renewed by later runs. Its users and access entries end then, if that is within seven days; the cluster stays, and bills, until teardown or sweep.',
    max: 8_760,
  }),
  ...runnerInputs,
  resume: flag({
    description: 'Resume a named cluster that is paused. The cluster of an environment is always resumed.',
    default: false,
  }),
  'dry-run': flag({ description: 'Print the plan, and change nothing.', default: false }),
  comment: flag({
    description:
      "Keep a comment on the pull request up to date with the environment's facts: that of the run, or the one that the environment is named after (pr-12). Needs pull-requests: write; never holds a secret.",
    default: false,
  }),
  'github-token': secret({
    description: "Token for the comment; by default the job's own.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it
    default: '${{ github.token }}',
  }),
  ...waitingInputs({
    timeoutMinutes: 60,
    wait: 'Wait until the cluster can be used. With false the step ends as soon as Atlas has accepted everything.',
  }),
  ...atlasInputs,
} as const;

/** Inputs that say what a spec says. */
const inTheSpec = [
  'cluster-name',
  'tier',
  'provider',
  'region',
  'mongodb-version',
  'backup',
  'point-in-time',
  'disk-size-gb',
  'edition',
  'max-storage-gb',
  'tags',
  'termination-protection',
  'organization',
  'username',
  'password',
  'roles',
] as const;

/** Creates or updates a project, clusters, database users and access entries, and waits until they can be used. */
export const provision = defineAction({
  name: 'provision',
  title: 'MongoDB Atlas Provision',
  description:
    'Creates or updates MongoDB Atlas clusters with their users, preview environments of pull requests above all, and waits until they can really be used.',
  branding: { icon: 'database', color: 'green' },
  inputs,
  outputs: {
    ...connectionOutputs,
    outcome: { description: 'created, updated, unchanged or planned (dry-run).' },
    ...growing(
      'plan',
      'JSON object of what was, or would be, done: steps (kind, name, action, changes, reason) and notices.',
    ),
    'expires-at': { description: 'When the environment expires (ISO 8601); empty for what does not expire.' },
    ...atlasOutputs,
    skipped: {
      description:
        'true if nothing was done: the run gets no secrets (on-missing-credentials: skip), or its pull request is closed and nothing else is named. Otherwise empty.',
    },
  },
  rules: [
    rule(inputs, ['config', ...inTheSpec], ({ config, ...others }) => {
      const given = inTheSpec.filter((name) => others[name] !== undefined);
      return config !== undefined && given.length > 0
        ? `config and ${given.join(', ')} are both given: the spec decides that, so write it there.`
        : undefined;
    }),
    ...passwordRules,
    rule(inputs, ['comment', 'github-token'], ({ comment, 'github-token': token }) => {
      if (!comment) return undefined;
      return token === undefined
        ? 'comment needs github-token: give it github.token, with pull-requests: write.'
        : gitHubTokenProblem(token);
    }),
  ],
  preflight: checkCredentials,
  post: true,
});
