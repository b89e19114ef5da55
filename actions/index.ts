import type { Implementation } from '../src/runner/context.ts';
import { backups } from './backups/action.ts';
import { connect } from './connect/action.ts';
import { provision } from './provision/action.ts';
import { restore } from './restore/action.ts';
import { snapshot } from './snapshot/action.ts';
import { sweep } from './sweep/action.ts';
import { syncNetworkAccess } from './sync-network-access/action.ts';
import { teardown } from './teardown/action.ts';
import { validate } from './validate/action.ts';

/**
 * The actions of the suite, in the order of the documentation. The first one is also the repository's root action. The code of an
 * action is loaded when it runs, so that a step pays for no other: the build makes chunks of it.
 */
export const actions: readonly Implementation[] = [
  {
    definition: provision,
    check: async (inputs, context) => (await import('./provision/desired-spec.ts')).checkDesiredSpec(inputs, context),
    main: async (inputs, context) => (await import('./provision/main.ts')).provisionEnvironment(inputs, context),
    post: async (context) => (await import('./provision/post.ts')).tidyUpProvision(context),
  } satisfies Implementation<typeof provision>,
  {
    definition: snapshot,
    main: async (inputs, context) => (await import('./snapshot/main.ts')).takeSnapshot(inputs, context),
    post: async (context) => (await import('./snapshot/post.ts')).tidyUpSnapshot(context),
  } satisfies Implementation<typeof snapshot>,
  {
    definition: restore,
    main: async (inputs, context) => (await import('./restore/main.ts')).restoreData(inputs, context),
    post: async (context) => (await import('./restore/post.ts')).tidyUpRestore(context),
  } satisfies Implementation<typeof restore>,
  {
    definition: syncNetworkAccess,
    check: async (inputs, context) =>
      (await import('./sync-network-access/desired-entries.ts')).checkInputs(inputs, context),
    main: async (inputs, context) => (await import('./sync-network-access/main.ts')).syncAccess(inputs, context),
    post: async (context) => (await import('./sync-network-access/post.ts')).tidyUpNetworkAccess(context),
  } satisfies Implementation<typeof syncNetworkAccess>,
  {
    definition: connect,
    check: async (inputs, { job }) => (await import('./environment.ts')).clusterProblems(inputs, job, 'which cluster?'),
    main: async (inputs, context) => (await import('./connect/main.ts')).connectJob(inputs, context),
    post: async (context) => (await import('./connect/post.ts')).tidyUpConnect(context),
  } satisfies Implementation<typeof connect>,
  {
    definition: teardown,
    check: async (inputs, { job }) => (await import('./environment.ts')).clusterProblems(inputs, job, 'what is to go?'),
    main: async (inputs, context) => (await import('./teardown/main.ts')).tearDown(inputs, context),
    post: async (context) => (await import('./teardown/post.ts')).tidyUpTeardown(context),
  } satisfies Implementation<typeof teardown>,
  {
    definition: sweep,
    main: async (inputs, context) => (await import('./sweep/main.ts')).sweepAway(inputs, context),
    post: async (context) => (await import('./sweep/post.ts')).tidyUpSweep(context),
  } satisfies Implementation<typeof sweep>,
  {
    definition: backups,
    main: async (inputs, context) => (await import('./backups/main.ts')).workOnBackups(inputs, context),
    post: async (context) => (await import('./backups/post.ts')).tidyUpBackups(context),
  } satisfies Implementation<typeof backups>,
  {
    definition: validate,
    main: async (inputs, context) => (await import('./validate/main.ts')).validateAll(inputs, context),
    post: async (context) => (await import('./validate/post.ts')).tidyUpValidate(context),
  } satisfies Implementation<typeof validate>,
];
