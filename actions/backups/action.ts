import { defineAction, growing } from '../../src/definition/action.ts';
import { atlasOutputs, checkCredentials, oneProject } from '../shared-inputs.ts';
import { inputs } from './inputs.ts';
import { rules } from './rules.ts';

/** Looks at the backups of a cluster and at restores from them, and tidies both. */
export const backups = defineAction({
  name: 'backups',
  title: 'MongoDB Atlas Backups',
  description:
    'Looks at the backups of a MongoDB Atlas cluster and at the restores from them: one table and one JSON; deletes snapshots, cancels downloads.',
  branding: { icon: 'archive', color: 'green' },
  inputs,
  outputs: {
    ...growing(
      'result',
      'JSON: an array for the lists, else an object. Never a download link: those are secrets, and restore hands them out masked.',
    ),
    count: { description: 'Number of items in result; 0 where what was to be deleted or cancelled is gone.' },
    status: {
      description:
        'info: on, off, paused, retained (deleted cluster) or unavailable (M0). describe: queued, inProgress, completed or failed. delete: deleted, absent or planned. restore-status: queued, running, completed, failed, cancelled, expired, ready-to-download or unknown. cancel-restore: the same, absent or planned. Empty for the lists.',
    },
    ...atlasOutputs,
  },
  rules: [oneProject, ...rules],
  preflight: checkCredentials,
  post: true,
});
