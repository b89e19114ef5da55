import { createSimulator, type SimulatorOptions } from '../../src/simulator/simulator.ts';
import { noOddities } from '../../src/simulator/world/oddities.ts';
import type { JobStep, RunJobOptions } from './runner/run-job.ts';
import { runJob } from './runner/run-job.ts';
import { scaledClock, scaledFromNow } from './runner/scaled-clock.ts';
import { databases } from './stage.ts';

/**
 * A simulated Atlas on a port, with the world of `setStage`, and jobs whose clock is in step with it. `speed` is in simulated
 * seconds per real one: at 200 a snapshot takes a second.
 */
export async function openListeningStage(options: Omit<SimulatorOptions, 'clock'> = {}, { speed = 200 } = {}) {
  const clock = scaledFromNow(speed);
  const atlas = createSimulator({ seed: 1, oddities: noOddities, ...options, clock: scaledClock(clock) });
  const project = atlas.seedProject({ name: 'shop' });
  const cluster = atlas.seedCluster({ name: 'orders', backupEnabled: true, databases });
  atlas.seedAccessEntry({ entry: '192.0.2.1', comment: 'office' });
  const account = atlas.seedServiceAccount({ project, roles: ['Project Owner'] });
  const key = atlas.seedApiKey({ project, roles: ['Project Owner'] });
  const listening = await atlas.listen();
  const place = { 'base-url': listening.url, 'project-id': project.id };
  const withAccount = { ...place, 'client-id': account.clientId, 'client-secret': account.secret };
  const withKey = { ...place, 'public-key': key.publicKey, 'private-key': key.privateKey };
  const secrets = { clientSecret: account.secret, privateKey: key.privateKey };

  /** Runs a job of one step through the committed bundle: main, then post. */
  async function run(step: JobStep, more: Omit<RunJobOptions, 'steps'> = {}) {
    const job = await runJob({ steps: [step], clock, secrets: Object.values(secrets), ...more });
    const [main] = job.mains;
    if (!main) throw new Error('The step did not run.');
    return { job, main, post: job.posts[0] };
  }

  const calls = () => atlas.requests.filter(({ leg }) => leg === 'call').map(({ method, path }) => `${method} ${path}`);

  return {
    atlas,
    clock,
    project,
    cluster,
    account,
    key,
    withAccount,
    withKey,
    secrets,
    run,
    calls,
    url: listening.url,
    [Symbol.asyncDispose]: () => listening.close(),
  };
}
