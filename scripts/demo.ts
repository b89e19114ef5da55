import { styleText } from 'node:util';
import { openListeningStage } from '../test/support/listening-stage.ts';
import type { JobStep } from '../test/support/runner/run-job.ts';
import { summaryAsText } from './summary-as-text.ts';

/** `npm run demo`: the snapshot gate as a person sees it, through the committed bundle, against the simulated Atlas. */
const stage = await openListeningStage({}, { speed: 60 });
stage.atlas.seedCluster({ name: 'playground', tier: 'M0' });

say('A simulated Atlas is running; its time runs sixty times as fast.');
say(`Every step below is the committed bundle in dist/, in a process of its own, with Node ${process.version}.`);

await show('A snapshot before a migration, with a service account', {
  inputs: { ...stage.withAccount, 'cluster-name': 'orders', 'expect-databases': 'orders, customers' },
});
await show('The same with an API key', { inputs: { ...stage.withKey, 'cluster-name': 'orders' } });
await show('A recent snapshot is good enough: one request, and two for the token', {
  inputs: { ...stage.withAccount, 'cluster-name': 'orders', 'max-age-minutes': '30' },
});
await show('A free cluster has no backups: the step is red, and says what to do', {
  inputs: { ...stage.withAccount, 'cluster-name': 'playground' },
  expected: 'failure',
});

await stage[Symbol.asyncDispose]();

async function show(
  title: string,
  { inputs, expected = 'success' }: { inputs: Readonly<Record<string, string>>; expected?: 'success' | 'failure' },
): Promise<void> {
  console.log(`\n${styleText('bold', `━━ ${title}`)}\n`);
  const before = stage.atlas.requests.length;
  const step: JobStep = { action: 'snapshot', inputs };
  const { main, post } = await stage.run(step, { onLine: (line) => console.log(`  ${line}`) });
  console.log(styleText('dim', '\n  — the summary on the page of the run —\n'));
  console.log(summaryAsText(main.summary).replace(/^/gm, '  '));
  const requests = stage.atlas.requests.length - before;
  say(`  ${main.conclusion}, ${requests} requests, authentication included.`);
  if (main.conclusion !== expected || (post && post.conclusion !== 'success')) {
    console.error(`The demo expected ${expected}.`);
    process.exitCode = 1;
  }
}

function say(text: string): void {
  console.log(styleText('cyan', text));
}
