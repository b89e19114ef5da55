import type { StepContext } from './step-context.ts';

interface Announcement {
  readonly stage: 'main' | 'post';
  /** What the step runs, as GitHub calls it. */
  readonly title: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string>>;
}

/** Writes what the runner prints before a step starts: every input and variable, masked by what is known so far. */
export function announce(context: StepContext, { stage, title, inputs, env }: Announcement): void {
  if (stage === 'post') {
    context.output('Post job cleanup.');
    return;
  }
  context.output(`##[group]Run ${title}`);
  if (inputs.size > 0) context.output('with:');
  for (const [name, value] of inputs) if (value !== '') context.output(`  ${name}: ${value}`);
  if (Object.keys(env).length > 0) context.output('env:');
  for (const [name, value] of Object.entries(env)) context.output(`  ${name}: ${value}`);
  context.output('##[endgroup]');
}
