import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { watchSignals } from './cancellation.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './context.ts';
import { namingProxies, type ProxySettings, readProxySettings } from './proxy.ts';
import { readWorkspaceFile, type WorkspaceFile } from './workspace-file.ts';

/** All that passes between a step and the runner, and between a step and the world. */
export interface Door {
  readonly input: (name: string) => string;
  readonly variable: (name: string) => string | undefined;
  /** Any file, such as those that the runner writes. */
  readonly readText: (path: string) => string | undefined;
  /** A file that an input names. */
  readonly readFile: (path: string) => WorkspaceFile;
  /** Makes fetch honour the proxy variables; returns what in them is secret. Throws if one cannot be understood. */
  readonly useProxy: () => readonly string[];
  /** Registers one string with the runner's masker. */
  readonly mask: (form: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly saveState: (name: string, value: string) => void;
  readonly state: (name: string) => string;
  /** Sets a variable for the later steps of the job. */
  readonly exportVariable: (name: string, value: string) => void;
  readonly writeLine: (line: string) => void;
  readonly debug: (line: string) => void;
  readonly annotate: (level: 'notice' | 'warning' | 'error', message: string, title?: string) => void;
  readonly startGroup: (title: string) => void;
  readonly endGroup: () => void;
  readonly writeSummary: (markdown: string) => void;
  /** Writes a file that lives as long as the job; returns its path. */
  readonly writeTemporary: (name: string, text: string) => string;
  /** Makes the step red. */
  readonly fail: () => void;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

const annotations = { notice: core.notice, warning: core.warning, error: core.error };

/** The door of a step that GitHub's runner has started. Everything is printed on stdout: the runner may emit stderr first. */
export function openDoor(): Door {
  const variable = withoutEventPath();
  let proxies: ProxySettings['environment'] = {};
  return {
    input: (name) => core.getInput(name),
    variable,
    readText: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    readFile: (path) => readWorkspaceFile(variable('GITHUB_WORKSPACE') || process.cwd(), path),
    useProxy: () => {
      const { environment, secrets } = readProxySettings(variable);
      proxies = environment;
      // Runners before 2.337 have a Node without this function.
      if (Object.keys(environment).length > 0)
        process.getBuiltinModule('node:http').setGlobalProxyFromEnv?.(environment);
      return secrets;
    },
    mask: core.setSecret,
    setOutput: core.setOutput,
    saveState: core.saveState,
    state: core.getState,
    exportVariable: core.exportVariable,
    writeLine: core.info,
    debug: core.debug,
    annotate: (level, message, title) => annotations[level](message, title === undefined ? {} : { title }),
    startGroup: core.startGroup,
    endGroup: core.endGroup,
    // core.summary throws where the variable is absent, as it is under some emulators.
    writeSummary: (markdown) => {
      const path = variable('GITHUB_STEP_SUMMARY');
      if (path) appendFileSync(path, markdown);
    },
    writeTemporary: (name, text) => {
      const path = join(mkdtempSync(join(variable('RUNNER_TEMP') || tmpdir(), 'atlas-actions-')), name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    },
    fail: () => {
      process.exitCode = 1;
    },
    clock: systemClock,
    fetch: namingProxies(
      (...request) => fetch(...request),
      () => proxies,
    ),
    random: Math.random,
    signal: watchSignals(),
  };
}

/**
 * @actions/github reads the event file as soon as it is loaded, and throws where that is empty. Nothing of what it reads is used
 * here, so it does not learn of the file.
 */
function withoutEventPath(): Door['variable'] {
  const { GITHUB_EVENT_PATH: eventPath } = process.env;
  delete process.env.GITHUB_EVENT_PATH;
  return (name) => (name === 'GITHUB_EVENT_PATH' ? eventPath : process.env[name]);
}
