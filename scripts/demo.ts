import { styleText } from 'node:util';
import { openListeningStage } from '../test/support/listening-stage.ts';
import { summaryAsText } from './summary-as-text.ts';

/** `npm run demo`: the suite as a person sees it, through the committed bundle, against the simulated Atlas. */
const stage = await openListeningStage({}, { speed: 60 });
stage.atlas.seedCluster({ name: 'playground', tier: 'M0' });

type Inputs = Readonly<Record<string, string>>;

const orders: Inputs = { 'cluster-name': 'orders' };
const seed = 'a seed that only this demo knows';
const preview: Inputs = { environment: 'pr-7', 'password-seed': seed, database: 'app' };

say(
  'A simulated Atlas is running; its time runs sixty times as fast, and so do the clocks of the steps: they tell its time.',
);
say(`Every step below is the committed bundle in dist/, in a process of its own, with Node ${process.version}.`);

chapter('Is everything there?');
await show('Credentials, rights and a cluster, looked at without a change', 'validate', {
  inputs: { ...stage.withKey, ...orders, for: 'snapshot, restore' },
});

chapter('The gate before a migration');
await show('A snapshot, with a service account', 'snapshot', {
  inputs: { ...stage.withAccount, ...orders, 'expect-databases': 'orders, customers' },
});
const { 'snapshot-id': saved = '' } = await show('The same with an API key', 'snapshot', {
  inputs: { ...stage.withKey, ...orders },
});
await show('A recent snapshot is good enough: one request, and two for the token', 'snapshot', {
  inputs: { ...stage.withAccount, ...orders, 'max-age-minutes': '30' },
});
await show('A free cluster has no backups: the step is red, and says what to do', 'snapshot', {
  inputs: { ...stage.withAccount, 'cluster-name': 'playground' },
  expected: 'failure',
});

chapter('A migration that fails, and the way back');
stage.atlas.changeData(stage.cluster, { orders: { invoices: 3 } });
say('\n  The migration has failed: of 1,200 invoices three are left.');
await show('Nothing is overwritten without a word', 'restore', {
  inputs: { ...stage.withAccount, ...orders, snapshot: saved },
  expected: 'failure',
});
await show('The snapshot from before it comes back', 'restore', {
  inputs: { ...stage.withAccount, ...orders, snapshot: saved, 'confirm-overwrite': 'orders' },
});
say(`  Atlas holds ${JSON.stringify(stage.atlas.dataOf(stage.cluster))}.`);

chapter('What there is to go back to');
await show('Backups and restore window', 'backups', { inputs: { ...stage.withAccount, ...orders, operation: 'info' } });
await show('The restores so far, each with a status', 'backups', {
  inputs: { ...stage.withKey, ...orders, operation: 'list-restore-jobs' },
});

chapter('A copy of one database for a pull request');
const previews = stage.atlas.seedCluster({ name: 'previews' });
stage.atlas.seedDatabaseUser({ username: 'app', password: seed });
await show('orders of the newest snapshot becomes orders_pr_7 on a shared cluster', 'restore', {
  inputs: {
    ...stage.withKey,
    ...orders,
    snapshot: 'latest',
    'target-cluster-name': 'previews',
    environment: 'pr-7',
    databases: 'orders',
    username: 'app',
    password: seed,
  },
});
say(`  Atlas holds ${JSON.stringify(stage.atlas.dataOf(previews))}.`);

chapter('The network opens for one job');
await show("The runner's address, until the post step of the job", 'sync-network-access', {
  inputs: { ...stage.withAccount, 'runner-ip': 'true' },
});

chapter("A pull request's life");
await show('What would be made', 'provision', { inputs: { ...stage.withAccount, ...preview, 'dry-run': 'true' } });
await show('The pull request opens: a database of its own', 'provision', {
  inputs: { ...stage.withAccount, ...preview },
});
await show('Another job connects, with nothing handed over', 'connect', { inputs: { ...stage.withKey, ...preview } });
await show('A push: the environment is there, nothing changes', 'provision', {
  inputs: { ...stage.withAccount, ...preview },
});
await show('The pull request closes', 'teardown', { inputs: { ...stage.withAccount, environment: 'pr-7' } });
await show('Once more: gone is gone', 'teardown', { inputs: { ...stage.withAccount, environment: 'pr-7' } });

await stage[Symbol.asyncDispose]();

async function show(
  title: string,
  action: string,
  { inputs, expected = 'success' }: { inputs: Inputs; expected?: 'success' | 'failure' },
): Promise<Inputs> {
  console.log(`\n${styleText('bold', `━━ ${title}`)}\n`);
  const before = stage.atlas.requests.length;
  const secrets = [...Object.values(stage.secrets), seed];
  const print = (line: string) => console.log(`  ${line}`);
  const { main, post } = await stage.run({ action, inputs }, { onLine: print, secrets });
  console.log(styleText('dim', '\n  — the summary on the page of the run —\n'));
  console.log(summaryAsText(main.summary).replace(/^/gm, '  '));
  const requests = stage.atlas.requests.length - before;
  say(`  ${main.conclusion}, ${requests} requests, authentication included.`);
  if (main.conclusion !== expected || (post && post.conclusion !== 'success')) {
    console.error(`The demo expected ${expected}.`);
    process.exitCode = 1;
  }
  return main.outputs;
}

function chapter(title: string): void {
  console.log(`\n${styleText(['bold', 'cyan'], `════ ${title}`)}`);
}

function say(text: string): void {
  console.log(styleText('cyan', text));
}
