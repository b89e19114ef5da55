import { choice, flag, list, text, wholeNumber } from '../../src/definition/fields.ts';
import { anyUsernamePattern, environmentInputs, loginInputs } from '../shared-connection.ts';
import {
  atlasInputs,
  clusterNamePattern,
  databaseNamePattern,
  projectIdPattern,
  waitingInputs,
} from '../shared-inputs.ts';
import { selectorPattern } from '../snapshot-selector.ts';

const suffix = { expression: /^[A-Za-z0-9_-]{1,38}$/, form: 'a suffix: letters, digits, _ and -, at most 38' };

const ownInputs = {
  'cluster-name': text({
    description: 'Name of the cluster whose data is brought back: the one that the snapshot was taken of.',
    required: true,
    pattern: clusterNamePattern,
  }),
  snapshot: text({
    description:
      'Which snapshot: an id, latest, run:<run id> (taken by the snapshot action in that run), before:<ISO time> or description:<text, with * for anything>. Of several, the newest. Only completed ones count.',
    pattern: selectorPattern,
  }),
  'point-in-time': text({
    description:
      'Instead of snapshot: the moment to go back to, as ISO 8601 with its zone or in seconds since 1970. Needs continuous backup.',
    pattern: {
      expression: /^(?:\d{10}|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))$/,
      form: 'a moment such as 2026-11-21T12:00:00Z, or seconds since 1970',
    },
  }),
  oplog: text({
    description: 'Instead of snapshot: an entry of the oplog, as <timestamp in seconds>:<increment>.',
    pattern: { expression: /^\d{10}:[1-9]\d{0,8}$/, form: 'an oplog entry such as 1763726400:1' },
  }),
  'target-cluster-name': text({
    description:
      'Cluster that gets the data. By default cluster-name itself; for a whole cluster with environment, the cluster of that environment.',
    pattern: clusterNamePattern,
  }),
  'target-project-id': text({
    description: 'Project of the target cluster, if it is another one of the same organization.',
    pattern: projectIdPattern,
  }),
  environment: {
    ...environmentInputs.environment,
    description:
      'Preview environment, such as pr-123. A restored database gets its name as suffix (app becomes app_pr_123), and that of the repository where others use the cluster too (app_pr_123_1296269, with its id); a whole restore goes into its cluster, without confirm-overwrite unless that is protected.',
  },
  'confirm-overwrite': text({
    description:
      'Repeats the name of the target cluster. Needed wherever data is replaced: for a whole restore, and with write-strategy overwrite-existing.',
  }),
  databases: list({
    description: 'Restore only these databases, at most 100. Names are checked against the snapshot first.',
    item: databaseNamePattern,
  }),
  collections: list({
    description: 'Restore only these collections, as database.collection, at most 100.',
    item: { expression: /^[^/\\. "$*<>:|?\0]{1,63}\.[^$\0]{1,255}$/, form: 'a collection such as orders.invoices' },
  }),
  'database-suffix': text({
    description: 'What is added to the name of every restored database. With environment it follows from that.',
    pattern: suffix,
  }),
  'collection-suffix': text({
    description: 'What is added to the name of every restored collection.',
    pattern: suffix,
  }),
  'write-strategy': choice({
    description:
      'For databases and collections: create-new (the default; Atlas renames what would meet a taken name) or overwrite-existing (drops and replaces).',
    values: ['create-new', 'overwrite-existing'],
  }),
  'index-strategy': choice({
    description: 'For databases and collections: which indexes are built. By default all.',
    values: ['all', 'none', 'all-except-ttl'],
  }),
  delivery: choice({
    description: 'automated restores into a cluster; download gives masked links to the data, good for an hour.',
    values: ['automated', 'download'],
    default: 'automated',
  }),
  'safety-snapshot': flag({
    description:
      'Take a snapshot of the target first, and wait for it: the way back if the restore was a mistake. Chosen later by its id or description only.',
    default: false,
  }),
  'safety-retention-days': wholeNumber({
    description: 'Days that Atlas keeps the safety snapshot.',
    min: 1,
    max: 3_650,
    default: 7,
  }),
  username: text({
    description:
      'Database user of the output connection-string. With password-seed by default the name of the target cluster.',
    pattern: anyUsernamePattern,
  }),
  password: loginInputs.password,
  'password-seed': loginInputs['password-seed'],
  'dry-run': flag({ description: 'Check everything, say what would be done, and restore nothing.', default: false }),
} as const;

/** Inputs of restore. */
export const inputs = {
  ...ownInputs,
  ...waitingInputs({
    timeoutMinutes: 120,
    wait: 'Wait until Atlas has finished the restore and the target can be used. With false the step ends as soon as Atlas has accepted it.',
  }),
  ...atlasInputs,
} as const;
