import { describe, expect, it } from 'vitest';
import { evaluateCondition, evaluateText } from '../../support/runner/expressions.ts';
import { runWorkflow } from '../../support/runner/run-workflow.ts';
import { fixtureActions } from './fixture-action.ts';

const ACTIONS = {
  make: {
    inputs: '  name: { description: n }',
    main: `
      say('::add-mask::secret-of-' + process.env.INPUT_NAME);
      set('OUTPUT', 'name=' + process.env.INPUT_NAME + '\\nuri=secret-of-' + process.env.INPUT_NAME + '\\n');
      set('ENV', 'MADE=' + process.env.INPUT_NAME + '\\n');`,
    post: `say('unmaking')`,
  },
  fail: { main: 'process.exitCode = 1' },
};

const WORKFLOW = `
on: push
env: { GREETING: 'hello \${{ github.run_id }}' }
jobs:
  make:
    strategy: { matrix: { size: [small, large] } }
    outputs:
      name: \${{ steps.one.outputs.name }}
      uri: \${{ steps.one.outputs.uri }}
    steps:
      - uses: actions/checkout@v7
      - id: one
        uses: ./make
        with: { name: "\${{ matrix.size }}-\${{ vars.TEAM }}" }
      - run: echo "$GREETING, $MADE, $OUTPUT"
        env: { OUTPUT: "\${{ steps.one.outputs.name }} \${{ env.MADE }}" }
      - id: shaky
        uses: ./fail
        continue-on-error: true
      - if: steps.shaky.outcome == 'failure'
        run: echo seen
  next:
    needs: make
    steps:
      - run: echo "name $NAME, uri $URI."
        env: { NAME: "\${{ needs.make.outputs.name }}", URI: "\${{ needs.make.outputs.uri }}" }
      - run: exit 3
      - run: echo never
      - if: failure()
        run: echo tidying
  never:
    needs: next
    steps:
      - run: echo never
  after:
    needs: [make, next]
    if: always()
    steps:
      - run: echo "$RESULT"
        env: { RESULT: "\${{ needs.next.result }}" }
`;

// The steps are scripts for bash; on Windows that name may lead to another system.
describe.skipIf(process.platform === 'win32')('runWorkflow', () => {
  it('runs jobs, matrices and steps as the file says, and hands on what is no secret', async () => {
    const jobs = await runWorkflow(WORKFLOW, {
      root: await fixtureActions(ACTIONS),
      vars: { TEAM: 'payments' },
      github: { run_id: '7' },
    });
    expect(jobs.map(({ job, matrix, conclusion }) => [job, matrix.size, conclusion])).toEqual([
      ['make', 'small', 'success'],
      ['make', 'large', 'success'],
      ['next', undefined, 'failure'],
      ['after', undefined, 'success'],
    ]);
    const [small, , next, after] = jobs;
    expect(small?.log).toMatch(/^hello 7, small-payments, small-payments small-payments$/m);
    expect(small?.log).toMatch(/^seen$/m);
    expect(small?.posts.map(({ log }) => log)).toEqual(['Post job cleanup.\nunmaking']);
    expect(next?.log).toMatch(/^name large-payments, uri \.$/m);
    expect(next?.log).toMatch(/^tidying$/m);
    expect(jobs.map(({ log }) => log).join()).not.toMatch(/^never$/m);
    expect(after?.log).toMatch(/^failure$/m);
  });

  it('says that a job must stand after what it needs', async () => {
    const text = 'jobs: { a: { needs: b, steps: [] }, b: { steps: [] } }';
    await expect(runWorkflow(text)).rejects.toThrow('The job b is needed before it is run');
  });
});

describe('expressions', () => {
  const contexts = { env: { NAME: 'pr-1' }, steps: { one: { outcome: 'failure', outputs: {} } } };

  it.each([
    ['a $' + '{{ env.NAME }} and $' + '{{ env.NONE }}.', 'a pr-1 and .'],
    ['$' + "{{ env.NAME == 'pr-1' && 'yes' || 'no' }}", 'yes'],
    ['$' + "{{ format('{0}!', env.NAME) }}", 'pr-1!'],
  ])('%s', (text, value) => {
    expect(evaluateText(text, contexts)).toBe(value);
  });

  it.each([
    ["env.NAME == 'pr-1'", 'success', true],
    ["env.NAME == 'pr-1'", 'failure', false],
    ["always() && steps.one.outcome == 'failure'", 'failure', true],
    ['$' + '{{ failure() }}', 'success', false],
    ['steps.one.outputs.none', 'success', false],
  ] as const)('if: %s, after %s', (condition, standing, holds) => {
    expect(evaluateCondition(condition, { contexts, standing })).toBe(holds);
  });
});
