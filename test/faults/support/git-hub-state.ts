import type { Stage } from './scenario.ts';

/** A pull request of the repository, with a comment of somebody else; and how a job for it is told. */
export function pullRequestOf({ gitHub }: Stage) {
  const repository = gitHub.seedRepository({ name: 'acme/shop' });
  const pull = gitHub.seedPullRequest(repository, { number: 7 });
  gitHub.seedComments(pull, { body: 'Looks good to me.' });
  const token = gitHub.seedJobToken(repository, { contents: 'read', 'pull-requests': 'write' });
  const eventPath = '/event.json';
  return {
    inputs: { comment: 'true', 'github-token': token },
    world: {
      variables: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: eventPath },
      files: { [eventPath]: JSON.stringify({ pull_request: { number: 7 } }) },
    },
    /** A comment is a courtesy: it may be missing, but neither doubled nor written over those of others. */
    wrong: (): readonly string[] => {
      const [theirs, ...ours] = pull.comments.map(({ body }) => body);
      return [
        ...(theirs === 'Looks good to me.' ? [] : ['a comment of others was touched']),
        ...(ours.length > 1 ? [`there are ${ours.length} comments of ours`] : []),
      ];
    },
  };
}

/** A GitHub environment for secrets, and a token that may write there. */
export function secretPlaceOf({ gitHub }: Stage) {
  const repository = gitHub.seedRepository({ name: 'acme/shop' });
  const { vault } = gitHub.seedEnvironment(repository, 'preview');
  const token = gitHub.seedPersonalToken(repository, { environments: 'write' });
  return {
    inputs: { 'save-as-secret': 'MONGODB_URI', 'github-environment': 'preview', 'github-token': token },
    secrets: (): readonly string[] => [...vault.secrets.keys()],
  };
}
