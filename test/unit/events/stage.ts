import { clusterNameOf } from '../../../src/environment/environment.ts';
import type { EventRun } from '../../support/runner/events.ts';
import { runVariables, type StepWorld, setStage } from '../../support/stage.ts';

const eventPath = '/event.json';

/** The world of a step that runs for an event, in the repository acme/shop. */
export function worldOf({
  event,
  runnerEnv,
}: Pick<EventRun, 'event' | 'runnerEnv'>): Required<Pick<StepWorld, 'variables' | 'files'>> {
  return {
    variables: { ...runVariables(), ...runnerEnv, GITHUB_EVENT_PATH: eventPath },
    files: { [eventPath]: JSON.stringify(event) },
  };
}

/** An Atlas, and a GitHub with the pull requests 7 and 12 of acme/shop, whose comments its token may write. */
export function setEventStage() {
  const stage = setStage();
  const shop = stage.gitHub.seedRepository({ name: 'acme/shop' });
  const pulls = [7, 12].map((number) => stage.gitHub.seedPullRequest(shop, { number }));
  const token = stage.gitHub.seedJobToken(shop, { contents: 'read', 'pull-requests': 'write' });
  const withComment = { comment: 'true', 'github-token': token };

  /** The environments that have a cluster now. */
  const environments = () =>
    stage.atlas.state.clusters
      .filter(({ goneAt }) => goneAt === undefined || goneAt > stage.time.now())
      .flatMap(({ settings }) => settings.tags?.find(({ key }) => key === 'gha-environment')?.value ?? []);

  return {
    ...stage,
    shop,
    pulls,
    token,
    withComment,
    environments,
    inputs: { ...stage.withAccount, 'password-seed': 'a seed of the test, long enough' },
    /** The numbers of the pull requests that have a comment. */
    commented: () => pulls.flatMap(({ number, comments }) => comments.map(() => number)),
    texts: () => pulls.flatMap(({ comments }) => comments.map(({ body }) => body)),
    clusterOf: (name: string) => clusterNameOf({ repository: 'acme/shop', name }),
  };
}
