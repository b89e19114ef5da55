import type { Implementation } from '../src/runner/context.ts';
import { backups } from './backups/action.ts';
import { workOnBackups } from './backups/main.ts';
import { tidyUpBackups } from './backups/post.ts';
import { connect } from './connect/action.ts';
import { connectJob } from './connect/main.ts';
import { tidyUpConnect } from './connect/post.ts';
import { provision } from './provision/action.ts';
import { provisionEnvironment } from './provision/main.ts';
import { tidyUpProvision } from './provision/post.ts';
import { snapshot } from './snapshot/action.ts';
import { takeSnapshot } from './snapshot/main.ts';
import { tidyUpSnapshot } from './snapshot/post.ts';
import { teardown } from './teardown/action.ts';
import { tearDown } from './teardown/main.ts';
import { tidyUpTeardown } from './teardown/post.ts';
import { validate } from './validate/action.ts';
import { validateAll } from './validate/main.ts';
import { tidyUpValidate } from './validate/post.ts';

/** The actions of the suite, in the order of the documentation. The first one is also the repository's root action. */
export const actions: readonly Implementation[] = [
  { definition: provision, main: provisionEnvironment, post: tidyUpProvision } satisfies Implementation<
    typeof provision
  >,
  { definition: snapshot, main: takeSnapshot, post: tidyUpSnapshot } satisfies Implementation<typeof snapshot>,
  { definition: connect, main: connectJob, post: tidyUpConnect } satisfies Implementation<typeof connect>,
  { definition: teardown, main: tearDown, post: tidyUpTeardown } satisfies Implementation<typeof teardown>,
  { definition: backups, main: workOnBackups, post: tidyUpBackups } satisfies Implementation<typeof backups>,
  { definition: validate, main: validateAll, post: tidyUpValidate } satisfies Implementation<typeof validate>,
];
