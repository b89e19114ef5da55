import { defineAction, growing, rule } from '../../src/definition/action.ts';
import { flag, secret, text } from '../../src/definition/fields.ts';
import { environmentInputs } from '../shared-connection.ts';
import {
  atlasInputs,
  atlasOutputs,
  checkCredentials,
  gitHubTokenProblem,
  oneProject,
  waitingInputs,
} from '../shared-inputs.ts';

const inputs = {
  ...environmentInputs,
  confirm: text({
    description:
      'Repeats cluster-name. A named cluster is deleted only with it; an environment of this repository needs none.',
  }),
  'retain-backups': flag({
    description:
      'Keep the snapshots of dedicated clusters, until they expire; their project stays, too. A backup compliance policy may ask for it.',
    default: false,
  }),
  'delete-project': flag({
    description:
      'Delete the project too, if provision made it for this environment and it is empty then. By default true; by cluster-name a project always stays.',
  }),
  comment: flag({
    description:
      "Say in the environment's comment on the pull request that it is gone; where nothing was left to delete, an existing comment is brought up to date. Needs pull-requests: write.",
    default: false,
  }),
  'github-token': secret({
    description: "Token for the comment; by default the job's own.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it
    default: '${{ github.token }}',
  }),
  'dry-run': flag({ description: 'Say what would go, and delete nothing.', default: false }),
  ...waitingInputs({
    timeoutMinutes: 30,
    wait: 'Wait until Atlas has deleted everything. With false the step ends as soon as Atlas has accepted it, and a project stays.',
  }),
  ...atlasInputs,
} as const;

/** Removes what provision made. */
export const teardown = defineAction({
  name: 'teardown',
  title: 'MongoDB Atlas Teardown',
  description:
    'Removes a preview environment of MongoDB Atlas, with its clusters, users, access entries and project; or one cluster by name.',
  branding: { icon: 'trash-2', color: 'green' },
  inputs,
  outputs: {
    outcome: { description: 'deleted, absent (there was nothing) or planned (dry-run).' },
    ...growing('deleted', 'JSON array of what was, or would be, deleted: objects with kind and name.'),
    ...atlasOutputs,
  },
  rules: [
    oneProject,
    rule(inputs, ['comment', 'github-token'], ({ comment, 'github-token': token }) =>
      comment ? gitHubTokenProblem(token) : undefined,
    ),
    rule(inputs, ['cluster-name', 'environment'], ({ 'cluster-name': cluster, environment }) =>
      cluster !== undefined && environment !== undefined
        ? 'environment and cluster-name are both given; teardown takes one of them.'
        : undefined,
    ),
    rule(inputs, ['cluster-name', 'delete-project'], ({ 'cluster-name': cluster, 'delete-project': project }) =>
      cluster !== undefined && project === true
        ? 'delete-project: true does not go with cluster-name: by name only the cluster is deleted. Leave it out, or name the environment instead.'
        : undefined,
    ),
    rule(inputs, ['cluster-name', 'confirm'], ({ 'cluster-name': cluster, confirm }) => {
      if (cluster === undefined) return confirm === undefined ? undefined : 'confirm goes with cluster-name.';
      return confirm === cluster
        ? undefined
        : 'confirm must repeat cluster-name, letter by letter: a named cluster is not taken for a preview.';
    }),
  ],
  preflight: checkCredentials,
  post: true,
});
