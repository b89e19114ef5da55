import { defineAction, rule } from '../../src/definition/action.ts';
import { flag, secret, text } from '../../src/definition/fields.ts';
import { runnerInputs } from '../network-access/inputs.ts';
import {
  anyUsernamePattern,
  connectionOutputs,
  environmentInputs,
  expiryInput,
  loginInputs,
  passwordRules,
} from '../shared-connection.ts';
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
  ...loginInputs,
  username: text({
    description: loginInputs.username.description,
    pattern: anyUsernamePattern,
  }),
  'user-expires-in-hours': expiryInput({
    description: 'Life of the short-lived user that is made where neither password nor password-seed is given.',
    default: 6,
    max: 160,
  }),
  'keep-user': flag({
    description:
      'Leave the short-lived user to its expiry, instead of removing it when the job ends. After a failed step it is removed all the same.',
    default: false,
  }),
  ...runnerInputs,
  'save-as-secret': text({
    description:
      'Also store the connection string as a GitHub secret of this name. Needs a github-token that may: GITHUB_TOKEN cannot.',
    pattern: {
      expression: /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,99}$/i,
      form: 'a secret name: letters, digits and _, not beginning with GITHUB_',
    },
  }),
  'github-environment': text({
    description:
      'GitHub environment of save-as-secret. Without it the secret is one of the repository, which running workflows do not see any more.',
    pattern: { expression: /^[^\r\n]{1,255}$/, form: 'one line of at most 255 characters' },
  }),
  'github-token': secret({
    description:
      'Token for save-as-secret: a fine-grained token or a GitHub App with "Environments: write", or "Secrets: write" for the repository.',
  }),
  ...waitingInputs({
    timeoutMinutes: 20,
    wait: 'Wait until the cluster can be used and the user can log in.',
  }),
  ...atlasInputs,
} as const;

/** Hands a job the connection to an existing cluster. */
export const connect = defineAction({
  name: 'connect',
  title: 'MongoDB Atlas Connect',
  description:
    'Gives a job the connection string of an existing MongoDB Atlas cluster, with a given, a derived or a short-lived database user.',
  branding: { icon: 'link', color: 'green' },
  inputs,
  outputs: {
    ...connectionOutputs,
    outcome: { description: 'existing (the user was there) or minted (a short-lived one was made).' },
    ...atlasOutputs,
  },
  rules: [
    oneProject,
    ...passwordRules,
    rule(inputs, ['password', 'username', 'cluster-name'], ({ password, username, 'cluster-name': cluster }) =>
      password !== undefined && username === undefined && cluster !== undefined
        ? 'password needs username: whose is it?'
        : undefined,
    ),
    rule(inputs, ['save-as-secret', 'github-environment', 'github-token'], (values) => {
      const name = values['save-as-secret'];
      if (name === undefined) {
        return values['github-environment'] === undefined ? undefined : 'github-environment needs save-as-secret.';
      }
      return values['github-token'] === undefined
        ? 'save-as-secret needs github-token: a fine-grained token or a GitHub App with "Environments: write". GITHUB_TOKEN cannot write secrets.'
        : gitHubTokenProblem(values['github-token']);
    }),
  ],
  preflight: checkCredentials,
  post: true,
});
