import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { StageOptions } from './action-run.ts';
import type { CommandFiles } from './command-files.ts';

/** The folders of one emulated job. */
export interface JobFolders {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
}

interface EnvironmentSources {
  readonly options: Pick<StageOptions, 'event' | 'path' | 'debug' | 'env'>;
  readonly folders: JobFolders;
  readonly files: CommandFiles;
  readonly actionPath: string;
}

/** The runtime token that the runner gives to every JavaScript action, masked from the start of the job. */
export const RUNTIME_TOKEN = 'emulated-runtime-token-7f3a91';

const SHA = 'ffac537e6cbbf934b08745a378932722df287a53';

/** Builds the environment of a step as the runner does, from nothing of this process but PATH. */
export async function buildEnvironment(sources: EnvironmentSources): Promise<Record<string, string>> {
  const { options, folders, files, actionPath } = sources;
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
  const eventPath = join(folders.temp, 'event.json');
  await writeFile(eventPath, JSON.stringify(options.event ?? {}));
  return {
    ...GITHUB_CONTEXT,
    PATH: [...(options.path ?? []).toReversed(), options.env?.PATH ?? process.env.PATH ?? ''].join(delimiter),
    HOME: options.env?.HOME ?? folders.home,
    CI: options.env?.CI ?? 'true',
    RUNNER_TEMP: folders.temp,
    RUNNER_WORKSPACE: folders.workspace,
    ...RUNNER_CONTEXT,
    ...(options.debug ? { RUNNER_DEBUG: '1' } : {}),
    ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/',
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    GITHUB_WORKSPACE: folders.workspace,
    GITHUB_ACTION_PATH: actionPath,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    GITHUB_STEP_SUMMARY: files.summary,
  };
}

const RUNNER_CONTEXT = {
  RUNNER_OS: 'Linux',
  RUNNER_ARCH: 'X64',
  RUNNER_NAME: 'GitHub Actions 7',
  RUNNER_ENVIRONMENT: 'github-hosted',
  RUNNER_TOOL_CACHE: '/opt/hostedtoolcache',
  RUNNER_TRACKING_ID: 'github_7a1c3f7e-0c8e-4b43-9a0e-6b6a4a5a1d11',
};

const GITHUB_CONTEXT = {
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTION: '__self',
  GITHUB_ACTOR: 'octocat',
  GITHUB_ACTOR_ID: '583231',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_BASE_REF: '',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
  GITHUB_HEAD_REF: '',
  GITHUB_JOB: 'build',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_PROTECTED: 'false',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_REPOSITORY_ID: '1296269',
  GITHUB_REPOSITORY_OWNER: 'octo',
  GITHUB_REPOSITORY_OWNER_ID: '583231',
  GITHUB_RETENTION_DAYS: '90',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '1658821493',
  GITHUB_RUN_NUMBER: '3',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: SHA,
  GITHUB_TRIGGERING_ACTOR: 'octocat',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_WORKFLOW_REF: 'octo/shop/.github/workflows/ci.yml@refs/heads/main',
  GITHUB_WORKFLOW_SHA: SHA,
};
