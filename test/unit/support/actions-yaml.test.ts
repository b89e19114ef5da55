import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { validateActionYaml, validateWorkflow } from '../../support/actions-yaml.ts';

const SNAPSHOT = `name: Atlas snapshot
description: Takes a snapshot and waits for it
branding:
  icon: database
  color: green
inputs:
  cluster-name:
    description: The cluster
    required: true
  wait:
    description: Whether to wait
    default: 'true'
  old-name:
    description: Use cluster-name
    deprecationMessage: use cluster-name
outputs:
  snapshot-id:
    description: The snapshot
runs:
  using: node24
  main: ../dist/snapshot.js
`;

async function problemsOf(text: string): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'yaml-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'dist'));
  await mkdir(join(root, 'snapshot'));
  await writeFile(join(root, 'dist/snapshot.js'), '');
  await writeFile(join(root, 'snapshot/action.yml'), text);
  return validateActionYaml(join(root, 'snapshot/action.yml'));
}

describe('validateActionYaml', () => {
  it('finds nothing wrong with a right one', async () => {
    expect(await problemsOf(SNAPSHOT)).toEqual([]);
    expect(
      await problemsOf(SNAPSHOT.replace(/outputs:[\s\S]*runs:/, 'runs:').replace(/branding:[\s\S]*inputs:/, 'inputs:')),
    ).toEqual([]);
  });

  it.each([
    [
      'a misspelt key of an input',
      ['required: true', 'requird: true'],
      /inputs\.cluster-name: Unrecognized key: "requird"/,
    ],
    [
      'a type, which inputs do not have',
      ['required: true', 'type: boolean'],
      /inputs\.cluster-name: Unrecognized key: "type"/,
    ],
    [
      'an input without a description',
      ['description: The cluster', "description: ''"],
      /inputs\.cluster-name\.description/,
    ],
    [
      'an input both required and defaulted',
      ["default: 'true'", "default: 'true'\n    required: true"],
      /inputs\.wait: is required and has a default/,
    ],
    ['an input not in kebab-case', ['old-name', 'oldName'], /inputs\.oldName/],
    ['an unknown icon', ['icon: database', 'icon: databse'], /^4:\d+ Unexpected value 'databse'/],
    ['an icon that GitHub leaves out', ['icon: database', 'icon: key'], /^4:\d+ Unexpected value 'key'/],
    ['an unknown colour', ['color: green', 'color: teal'], /^5:\d+ Unexpected value 'teal'/],
    ['another runtime', ['node24', 'node20'], /runs\.using: Invalid input: expected "node24"/],
    ['an unknown key of runs', ['main:', 'mein:'], /runs: Unrecognized key: "mein"/],
    ['a main that is not there', ['snapshot.js', 'snapshots.js'], /^runs: there is no file \.\.\/dist\/snapshots\.js$/],
    [
      'a post that is not there',
      ['  main:', '  post: ../dist/post.js\n  main:'],
      /^runs: there is no file \.\.\/dist\/post\.js$/,
    ],
    ['a missing description', [/description: Takes.*\n/, ''], /description/],
    [
      'an unknown key at the top',
      ['name: Atlas snapshot', 'name: Atlas\ntitle: x'],
      /action\.yml: Unrecognized key: "title"/,
    ],
    ['a default that reads a secret', ["default: 'true'", `default: \${{ secrets.X }}`], /secrets/],
    ['broken YAML', ['runs:', 'runs: ['], /^\d+:\d+ /],
  ] as const)('finds %s', async (_, [from, to], message) => {
    expect(await problemsOf(SNAPSHOT.replace(from, () => to))).toEqual(
      expect.arrayContaining([expect.stringMatching(message)]),
    );
  });
});

const WORKFLOW = `on: push
jobs:
  backup:
    runs-on: ubuntu-latest
    outputs:
      id: \${{ steps.snap.outputs.snapshot-id }}
    steps:
      - uses: actions/checkout@v7
        with: { anything: goes }
      - uses: ./snapshot
        id: snap
        with:
          cluster-name: orders
      - run: echo "$ID"
        env:
          ID: \${{ steps.snap.outputs.snapshot-id }}
`;
const REMOTE = WORKFLOW.replace('./snapshot', 'acme/atlas-actions/snapshot@v1');
const actions = new Map([
  ['snapshot', SNAPSHOT],
  ['.', SNAPSHOT.replace('Atlas snapshot', 'Atlas')],
]);

describe('validateWorkflow', () => {
  it('finds nothing wrong with right ones', async () => {
    expect(await validateWorkflow(WORKFLOW, { actions })).toEqual([]);
    expect(await validateWorkflow(REMOTE, { actions })).toEqual([]);
    expect(await validateWorkflow(WORKFLOW.replace('./snapshot', 'acme/atlas-actions@v1'), { actions })).toEqual([]);
    expect(await validateWorkflow(WORKFLOW.replace('./snapshot', './'), { actions })).toEqual([]);
    expect(await validateWorkflow('- uses: ./snapshot\n  with:\n    cluster-name: orders\n', { actions })).toEqual([]);
  });

  describe.each([
    ['local', WORKFLOW],
    ['remote', REMOTE],
  ])('with a %s reference', (_, workflow) => {
    it.each([
      [
        'a misspelt input',
        'cluster-name: orders',
        'cluster-name: orders\n          retention: 3',
        /^14:11 Invalid action input 'retention'/,
      ],
      ['a missing required input', 'cluster-name: orders', "wait: 'true'", /Missing required input `cluster-name`/],
      ['a deprecated input', 'cluster-name: orders', 'cluster-name: orders\n          old-name: x', /use cluster-name/],
      [
        'an action that we do not have',
        '/snapshot',
        '/snapshots',
        /^10:15 Unable to resolve action `(\.|acme\/atlas-actions)\/snapshots(@v1)?`/,
      ],
      [
        'an output that the action does not have',
        /(ID: .*)snapshot-id/,
        '$1snapshot',
        /job "backup": step "snap" has no output "snapshot"/,
      ],
      ['a wrong output passed on by the job', /( id: .*)snapshot-id/, '$1snapshotid', /has no output "snapshotid"/],
      ['a step that does not exist', /steps\.snap/, 'steps.snop', /snop/],
      ['an unknown key of a step', 'id: snap', 'ids: snap', /Unexpected value 'ids'/],
      ['a job that is needed but absent', 'runs-on', 'needs: build\n    runs-on', /build/],
      ['a broken expression', `\${{ steps.snap`, `\${{ stepz.snap`, /stepz/],
    ] as const)('finds %s', async (_, from, to, message) => {
      const problems = await validateWorkflow(workflow.replace(from, to), { actions });
      expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    });
  });

  it('finds faults in a bare list of steps', async () => {
    expect(await validateWorkflow('- uses: ./snapshot\n  with:\n    cluster: orders\n', { actions })).toEqual([
      expect.stringContaining("Invalid action input 'cluster'"),
      expect.stringContaining('Missing required input `cluster-name`'),
    ]);
  });
});
