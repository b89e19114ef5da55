import { expect, it } from 'vitest';
import { type EventName, runOf } from '../../support/runner/events.ts';
import { runWorkflow } from '../../support/runner/run-workflow.ts';

const workflow = `
jobs:
  look:
    steps:
      - id: seen
        env:
          EVENT: \${{ github.event_name }}
          NUMBER: \${{ github.event.pull_request.number || github.event.issue.number }}
        run: |
          echo "name=$GITHUB_EVENT_NAME/$EVENT" >> "$GITHUB_OUTPUT"
          echo "ref=$GITHUB_REF" >> "$GITHUB_OUTPUT"
          echo "number=$NUMBER" >> "$GITHUB_OUTPUT"
          echo "repository=$(grep -o '"full_name":"[^"]*"' "$GITHUB_EVENT_PATH" | sort -u | head -1)" >> "$GITHUB_OUTPUT"
`;

it.each([
  ['pull_request', 'refs/pull/7/merge', '7'],
  ['pull_request_target', 'refs/heads/main', '7'],
  ['pull_request_review', 'refs/pull/7/merge', '7'],
  ['issue_comment', 'refs/heads/main', '7'],
  ['workflow_run', 'refs/heads/main', ''],
  ['workflow_dispatch', 'refs/heads/main', ''],
  ['merge_group', expect.stringMatching(/^refs\/heads\/gh-readonly-queue\/main\/pr-7-[0-9a-f]{40}$/), ''],
] satisfies [EventName, unknown, string][])(
  'the emulator runs a workflow for %s with its payload',
  async (name, ref, number) => {
    const { event, github } = runOf(name);
    const [job] = await runWorkflow(workflow, { event, github });
    expect(job?.steps.seen).toEqual({
      name: `${name}/${name}`,
      ref,
      number,
      repository: '"full_name":"octo/shop"',
    });
  },
);
