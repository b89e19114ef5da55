import type { Stage } from '../../faults/support/scenario.ts';
import type { Inputs } from './base-inputs.ts';

/** The secret inputs that are given; an expression is a default that nobody has evaluated. */
export function secretsIn(inputs: Inputs, secretInputs: readonly string[]): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).filter(([name, value]) => secretInputs.includes(name) && value && !value.startsWith('${{')),
  );
}

/** Makes the servers take the secrets for the right ones. */
export function teach({ atlas, gitHub }: Stage, inputs: Inputs): void {
  const right = (name: string) => inputs[name]?.trim();
  for (const account of atlas.state.serviceAccounts) account.secret = right('client-secret') ?? account.secret;
  for (const key of atlas.state.apiKeys) key.privateKey = right('private-key') ?? key.privateKey;
  const { tokens } = gitHub.state;
  for (const token of [...tokens.values()]) tokens.set(right('github-token') ?? '', token);
}
