import { type Explain, unknownNames } from '../explain.ts';

/** What an author can do about the refusals that making something meets, by Atlas's code. */
const advice: Readonly<Record<string, string>> = {
  DUPLICATE_CLUSTER_NAME:
    'There is such a cluster, but it does not show: it may be going just now. Run the step again in some minutes.',
  DUPLICATE_CLUSTER_NAME_PREFIX:
    'Atlas makes host names of the first 23 characters of a name, and another cluster of the project begins with the same. Choose a name that differs earlier.',
  CLUSTER_NAME_PREFIX_INVALID:
    'Atlas makes host names of the first 23 characters of a name, and they must not end in a hyphen. Choose another name.',
  ATLAS_RESERVED_CLUSTER_NAME: 'Atlas keeps names such as atlas-a1b2c3 for itself. Choose another name.',
  CLUSTER_ALREADY_REQUESTED_DELETION:
    'Somebody has just deleted the cluster. Run the step again: it waits until that is done, then creates it anew.',
  CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API:
    'A project has room for one free cluster (M0), and its organization needs an owner with a verified address. Use tier FLEX, or a project of its own.',
  MAX_CLUSTERS_PER_GROUP_EXCEEDED:
    'The project has no room for another cluster: tear down what is not needed (teardown, sweep), use another project, or ask MongoDB for a higher limit.',
  OUT_OF_CAPACITY: 'Choose another region or tier, or run the step again later.',
  NO_CAPACITY: 'Choose another region or tier, or run the step again later.',
  REGION_UNAVAILABLE: 'Choose another region.',
  INVALID_REGION: 'Check region, as Atlas spells it (US_EAST_1, EU_WEST_1), and provider.',
  INVALID_ENUM_VALUE: 'Check tier, provider and region: Atlas does not know one of them, or not together.',
  GROUP_ALREADY_EXISTS:
    'The organization has a project of this name that the API key or service account does not see: invite it to that project, or choose another project-name.',
  MAX_GROUPS_PER_ORG_EXCEEDED: 'The organization has no room for another project: delete one, or use an existing one.',
  GROUP_USERS_LIMIT_EXCEEDED:
    'Users are shared by a whole project, which has no room for another: delete those of environments that are gone (teardown, sweep).',
  WEAK_PASSWORD: 'Choose a longer password, or leave it out and give password-seed.',
  COMMON_PASSWORD: 'Choose a password that nobody else has, or leave it out and give password-seed.',
  ATLAS_INVALID_USERNAME: 'Choose another username.',
  BLOCKED_USERNAME: 'Atlas keeps this name for itself. Choose another username.',
  ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED:
    'The IP access list of the project is full: remove entries that are not needed (sync-network-access).',
  CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION:
    'Security groups need a peering between your VPC and the project; without one, list addresses.',
  USER_ALREADY_EXISTS: 'There is such a user, but it does not show. Run the step again, or choose another username.',
};

/** What can be said of a refusal, by its code. */
export const explanations: Readonly<Record<string, Explain>> = {
  ...unknownNames,
  ...Object.fromEntries(Object.entries(advice).map(([code, text]) => [code, () => Promise.resolve(text)])),
};
