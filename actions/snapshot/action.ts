import { defineAction, growing, rule } from '../../src/definition/action.ts';
import { duration, list, text, wholeNumber } from '../../src/definition/fields.ts';
import {
  atlasInputs,
  atlasOutputs,
  checkCredentials,
  clusterNamePattern,
  databaseNamePattern,
  oneProject,
  waitingInputs,
} from '../shared-inputs.ts';

const ownInputs = {
  'cluster-name': text({
    description: 'Name of the cluster to take a snapshot of.',
    required: true,
    pattern: clusterNamePattern,
  }),
  description: text({
    description:
      'One line that says what the snapshot is for. By default repository, commit and run. A marker of the run is added.',
    pattern: { expression: /^[^\r\n]{1,200}$/, form: 'one line of at most 200 characters' },
  }),
  'retention-days': wholeNumber({
    description: 'Days that Atlas keeps the snapshot, counted from its completion.',
    min: 1,
    max: 3_650,
    default: 7,
  }),
  'max-age-minutes': duration({
    description:
      'Reuse a completed snapshot, on-demand or scheduled, whose data is not older than this and which lives for twelve more hours; never a fallback or a safety snapshot. Not set: always take a new one.',
    unit: 'minutes',
    min: 1,
    max: 10_080,
  }),
  'expect-databases': list({
    description:
      "Databases that the snapshot must contain, read from the snapshot's own catalogue. The step fails if one is missing. Needs the role Project Backup Manager.",
    item: databaseNamePattern,
  }),
} as const;

const inputs = {
  ...ownInputs,
  ...waitingInputs({
    timeoutMinutes: 60,
    wait: 'Wait until Atlas has completed the snapshot. With false the step ends as soon as Atlas has accepted the request (which it does once no other on-demand snapshot of the cluster is running); that is no gate.',
  }),
  ...atlasInputs,
} as const;

/** Takes an on-demand snapshot: the gate before a migration. */
export const snapshot = defineAction({
  name: 'snapshot',
  title: 'MongoDB Atlas Snapshot',
  description: 'Takes a cloud backup snapshot of a MongoDB Atlas cluster and succeeds only when it is really there.',
  branding: { icon: 'camera', color: 'green' },
  inputs,
  outputs: {
    'snapshot-id': {
      description:
        'Id of the snapshot. Set as soon as it is known, even if the step fails later: an id alone does not mean that it can be restored.',
    },
    outcome: {
      description:
        'created, adopted (begun by another job or an earlier attempt of this run) or reused (max-age-minutes).',
    },
    status: {
      description: 'completed; with wait: false queued or inProgress; after a failure the last state that was seen.',
    },
    'created-at': { description: 'Time of the snapshot as Atlas gives it (ISO 8601). Empty with wait: false.' },
    'expires-at': { description: 'When Atlas deletes the snapshot (ISO 8601).' },
    'size-bytes': { description: 'Size of the stored data. Empty with wait: false.' },
    'restore-point': { description: 'Time of the data that a restore brings back (ISO 8601). Empty with wait: false.' },
    ...growing('databases', 'JSON array of the databases in the snapshot; only with expect-databases.'),
    ...atlasOutputs,
  },
  rules: [
    oneProject,
    rule(inputs, ['wait', 'expect-databases'], (values) =>
      values['expect-databases'] !== undefined && !values.wait
        ? 'expect-databases needs wait: true, because only a completed snapshot can be looked into.'
        : undefined,
    ),
  ],
  preflight: checkCredentials,
  post: true,
});
