import type { Implementation } from '../src/runner/context.ts';
import { connect } from './connect/action.ts';
import { connectJob } from './connect/main.ts';
import { tidyUpConnect } from './connect/post.ts';
import { provision } from './provision/action.ts';
import { provisionEnvironment } from './provision/main.ts';
import { tidyUpProvision } from './provision/post.ts';
import { snapshot } from './snapshot/action.ts';
import { takeSnapshot } from './snapshot/main.ts';
import { tidyUpSnapshot } from './snapshot/post.ts';
import { syncNetworkAccess } from './sync-network-access/action.ts';
import { syncAccess } from './sync-network-access/main.ts';
import { tidyUpNetworkAccess } from './sync-network-access/post.ts';
import { teardown } from './teardown/action.ts';
import { tearDown } from './teardown/main.ts';
import { tidyUpTeardown } from './teardown/post.ts';

/** The actions of the suite, in the order of the documentation. The first one is also the repository's root action. */
export const actions: readonly Implementation[] = [
  { definition: provision, main: provisionEnvironment, post: tidyUpProvision } satisfies Implementation<
    typeof provision
  >,
  { definition: snapshot, main: takeSnapshot, post: tidyUpSnapshot } satisfies Implementation<typeof snapshot>,
  { definition: connect, main: connectJob, post: tidyUpConnect } satisfies Implementation<typeof connect>,
  { definition: syncNetworkAccess, main: syncAccess, post: tidyUpNetworkAccess } satisfies Implementation<
    typeof syncNetworkAccess
  >,
  { definition: teardown, main: tearDown, post: tidyUpTeardown } satisfies Implementation<typeof teardown>,
];
