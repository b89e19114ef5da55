import { defineAction, growing, rule } from '../../src/definition/action.ts';
import { flag, text } from '../../src/definition/fields.ts';
import { runnerInputs } from '../network-access/inputs.ts';
import { expiryInput } from '../shared-connection.ts';
import { atlasInputs, atlasOutputs, checkCredentials, oneProject, waitingInputs } from '../shared-inputs.ts';

const inputs = {
  entries: text({
    description:
      'Addresses, CIDR blocks and AWS security groups to keep on the IP access list: one a line with a comment behind #, or a YAML list of address, comment, expires-in-hours.',
  }),
  'entries-file': text({ description: 'File in the workspace that holds them instead.' }),
  prune: flag({
    description: 'Remove what this owner has added before and lists no longer. Never touches entries of others.',
    default: false,
  }),
  owner: text({
    description:
      "Name of this list, which tells it from other lists of the repository. By default the file of the workflow: renaming that without naming an owner leaves the list's entries behind.",
    pattern: { expression: /^[^\r\n[\]]{1,60}$/, form: 'one line of at most 60 characters without [ and ]' },
  }),
  ...runnerInputs,
  ip: text({ description: "The runner's address, where Atlas does not see the one that connections come from." }),
  'expires-in-hours': expiryInput({
    description:
      "Life of the runner's entry inside Atlas: longer than the job takes, because it is closed when the job ends anyway. A later step of the job renews it.",
    default: 6,
    max: 168,
  }),
  keep: flag({
    description: "Leave the runner's entry to its expiry, instead of closing it when the job ends.",
    default: false,
  }),
  'allow-anywhere': flag({
    description: 'Accept 0.0.0.0/0, ::/0 and other blocks wider than /8.',
    default: false,
  }),
  'dry-run': flag({ description: 'Print the plan, and change nothing.', default: false }),
  ...waitingInputs({
    timeoutMinutes: 10,
    wait: 'Wait until every entry that was written lets connections through, and other jobs have not undone it.',
  }),
  ...atlasInputs,
} as const;

/** Keeps entries on a project's IP access list, and opens it for the runner's own address during a job. */
export const syncNetworkAccess = defineAction({
  name: 'sync-network-access',
  title: 'MongoDB Atlas Sync Network Access',
  description:
    "Keeps a list of entries on the IP access list of a MongoDB Atlas project, and opens it for the runner's own address during a job only.",
  branding: { icon: 'shield', color: 'green' },
  inputs,
  outputs: {
    added: { description: 'JSON array of the addresses that were added.' },
    updated: { description: 'JSON array of those that got another comment or expiry.' },
    kept: { description: 'JSON array of those that stay as they are, those of others that are listed too among them.' },
    removed: { description: 'JSON array of those that were removed.' },
    'runner-ip': { description: "The runner's address; only with runner-ip." },
    ...growing(
      'plan',
      'JSON object of what was, or would be, done: entries (address, action, changes, reason), runner (address, action, expires-at) and notices.',
    ),
    outcome: { description: 'updated, unchanged or planned (dry-run).' },
    ...atlasOutputs,
  },
  rules: [
    oneProject,
    rule(inputs, ['entries', 'entries-file', 'runner-ip'], (values) => {
      const lists = [values.entries, values['entries-file']].filter((value) => value !== undefined);
      if (lists.length > 1) return 'entries and entries-file are both given; one of them is enough.';
      if (lists.length > 0 || values['runner-ip']) return undefined;
      return 'There is nothing to do: give entries, entries-file or runner-ip.';
    }),
    rule(inputs, ['prune', 'entries', 'entries-file'], ({ prune, entries, 'entries-file': file }) =>
      prune && entries === undefined && file === undefined
        ? 'prune needs entries or entries-file: what is to stay?'
        : undefined,
    ),
    rule(inputs, ['runner-ip', 'ip', 'keep'], ({ 'runner-ip': runner, ip, keep }) => {
      if (runner) return undefined;
      return ip === undefined ? (keep ? 'keep needs runner-ip: true.' : undefined) : 'ip needs runner-ip: true.';
    }),
  ],
  preflight: checkCredentials,
  post: true,
});
