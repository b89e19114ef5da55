import { defineAction, rule } from '../../src/definition/action.ts';
import { list, text } from '../../src/definition/fields.ts';
import { actionNames } from '../rights.ts';
import { atlasInputs, atlasOutputs, checkCredentials, timeoutInput } from '../shared-inputs.ts';

const inputs = {
  for: list({
    description: `Actions that these credentials are to be used for: ${actionNames.join(', ')}. By default all.`,
    item: { expression: new RegExp(`^(?:${actionNames.join('|')})$`), form: `one of ${actionNames.join(', ')}` },
  }),
  'cluster-name': text({
    description: 'Cluster that they are to work on: whether it can be used for that, and its backups be read.',
    pattern: {
      expression: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/,
      form: 'a cluster name: letters, digits and hyphens, at most 64',
    },
  }),
  ...timeoutInput({ timeoutMinutes: 10 }),
  ...atlasInputs,
} as const;

/** Checks what the other actions will need, and changes nothing. */
export const validate = defineAction({
  name: 'validate',
  title: 'MongoDB Atlas Validate',
  description:
    'Checks credentials, rights, the API access list and a cluster for the other MongoDB Atlas actions, says what is missing and how to mend it; never changes anything.',
  branding: { icon: 'check-circle', color: 'green' },
  inputs,
  outputs: {
    ok: { description: 'true if no check failed; what cannot be known is no failure.' },
    checks: {
      description: 'JSON array of all checks: objects with check, result (ok, failed or unknown), for, detail and fix.',
    },
    'caller-ip': { description: "The runner's address as Atlas sees it; empty if Atlas does not tell." },
    ...atlasOutputs,
  },
  rules: [
    rule(inputs, ['project-id', 'project-name'], (values) =>
      values['project-id'] !== undefined && values['project-name'] !== undefined
        ? 'project-id and project-name are both given; one of them is enough.'
        : undefined,
    ),
    rule(inputs, ['project-id', 'project-name', 'cluster-name'], (values) =>
      values['cluster-name'] !== undefined && values['project-id'] === undefined && values['project-name'] === undefined
        ? 'cluster-name needs project-id (or project-name): a cluster is known by its project and its name.'
        : undefined,
    ),
  ],
  preflight: checkCredentials,
  post: true,
});
