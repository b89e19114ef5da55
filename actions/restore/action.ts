import { defineAction, growing } from '../../src/definition/action.ts';
import { atlasOutputs, checkCredentials } from '../shared-inputs.ts';
import { inputs } from './inputs.ts';
import { rules } from './rules.ts';

/** Brings data back: whole clusters, single databases and collections, or links to download. */
export const restore = defineAction({
  name: 'restore',
  title: 'MongoDB Atlas Restore',
  description:
    'Restores a MongoDB Atlas snapshot or a point in time, a whole cluster or single databases, and succeeds only when the data can be used.',
  branding: { icon: 'rotate-ccw', color: 'green' },
  inputs,
  outputs: {
    'restore-job-id': {
      description: 'Id of the restore job. Set as soon as it is known, even if the step fails later.',
    },
    'snapshot-id': { description: 'Id of the snapshot that was restored; empty for a point in time.' },
    'restore-point': { description: 'Time of the data that was brought back (ISO 8601).' },
    'finished-at': { description: 'When Atlas finished the restore (ISO 8601).' },
    outcome: {
      description:
        'restored; adopted (the very same restore was under way already, and was waited for); started (wait: false); ready (delivery: download) or planned (dry-run).',
    },
    'download-urls': { description: 'JSON array of the links, with delivery: download.', secret: true },
    'download-expires-at': { description: 'When the links end (ISO 8601).' },
    ...growing(
      'namespaces',
      'JSON array of the restored collections: source, target (the name that it really has now), state, documents, failedIndexes and indexError.',
    ),
    'safety-snapshot-id': {
      description: 'Id of the snapshot that was taken of the target before anything was replaced.',
    },
    'connection-string': {
      description:
        'SRV connection string of the target with credentials, pointing at the restored database; only where a user is given or derived, and with wait: false only for a whole cluster.',
      secret: true,
    },
    database: { description: 'Name of the first restored database as it is on the target.' },
    ...atlasOutputs,
  },
  rules,
  preflight: checkCredentials,
  post: true,
});
