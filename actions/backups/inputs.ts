import { choice, duration, flag, list, text, wholeNumber } from '../../src/definition/fields.ts';
import { atlasInputs, timeoutInput } from '../shared-inputs.ts';
import { selectorPattern } from '../snapshot-selector.ts';
import { operations } from './words.ts';

const id = { expression: /^[0-9a-f]{24}$/, form: 'an id: 24 hexadecimal digits, in lower case' };

const word = { expression: /^[A-Za-z-]{1,32}$/, form: 'one of the words that the operation knows' };

const ownInputs = {
  operation: choice({
    description: 'What to do.',
    required: true,
    values: operations,
  }),
  'cluster-name': text({
    description:
      'Name of the cluster whose backups these are; a deleted one too, if it has left its backups. Restore jobs stand with the cluster that the snapshot came from.',
    required: true,
    pattern: {
      expression: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/,
      form: 'a cluster name: letters, digits and hyphens, at most 64',
    },
  }),
  snapshot: text({
    description:
      'For describe and delete: an id, run:<run id> or description:<text, with * for anything>; for describe also latest and before:<ISO time>. Of several, describe takes the newest completed one; delete takes no choice.',
    pattern: selectorPattern,
  }),
  confirm: text({
    description:
      "For delete: repeats the snapshot's id. Needed for whatever the snapshot action did not take for this repository, and for safety snapshots of restore.",
    pattern: id,
  }),
  'restore-job-id': text({
    description: 'For restore-status and cancel-restore: the id of the job, of whichever kind.',
    pattern: id,
  }),
  status: list({
    description:
      'For list: queued, inProgress, completed, failed. For list-restore-jobs: queued, running, completed, failed, cancelled, expired, ready-to-download.',
    item: word,
  }),
  type: list({
    description:
      'For list: on-demand, scheduled, fallback. For list-restore-jobs: automated, point-in-time, download, collections.',
    item: word,
  }),
  'older-than-days': duration({
    description: 'For the lists: only what is older than this.',
    unit: 'days',
    min: 1,
    max: 36_500,
  }),
  'newer-than-days': duration({
    description: 'For the lists: only what is not older than this.',
    unit: 'days',
    min: 1,
    max: 36_500,
  }),
  description: text({
    description:
      "For list: only snapshots whose description is like this, with * for anything; the suite's own marker at its end does not count.",
    pattern: { expression: /^[^\r\n]{1,200}$/, form: 'one line of at most 200 characters' },
  }),
  limit: wholeNumber({
    description: 'For the lists: at most so many, the newest of those that match; 100 where nothing is said.',
    min: 1,
    max: 1_000,
  }),
  'dry-run': flag({
    description: 'For delete and cancel-restore: check everything, say what would be done, and change nothing.',
    default: false,
  }),
} as const;

/** Inputs of backups. */
export const inputs = { ...ownInputs, ...timeoutInput({ timeoutMinutes: 15 }), ...atlasInputs } as const;
