import type { ActionDefinition } from '../../src/definition/action.ts';
import { asLaterStepsShowIt, asTheRunnerShowsIt, printedBy } from './as-the-runner-shows-it.ts';
import { injectionsIn } from './injections.ts';
import type { MemoryDoor } from './memory-door.ts';
import { findLeaks } from './runner/leaks.ts';
import type { Wiretap } from './wiretap.ts';

interface Check {
  readonly definition: Pick<ActionDefinition, 'inputs' | 'outputs'>;
  /** Further secrets that the test knows of, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly wire: Pick<Wiretap, 'secrets' | 'open'>;
}

/** What no step may do, whatever is tested: let a secret be seen, or let a foreign text become more than a text. */
export function wrongInStep(door: MemoryDoor, check: Check): readonly string[] {
  const { outputs } = check.definition;
  const undeclared = Object.keys(door.outputs).filter((name) => !Object.hasOwn(outputs, name));
  return [
    ...leaksIn(door, check),
    ...handedOver(door, check)
      .filter(([name, value]) => !isMaskedFirst(door, name, value))
      .map(([name]) => `the output ${name} is not masked before it is set`),
    ...undeclared.map((name) => `the output ${name} is not declared`),
    ...injectionsIn(door),
  ];
}

function leaksIn(door: MemoryDoor, check: Check): readonly string[] {
  const secrets = secretsOf(door, check);
  const open = Object.entries(door.outputs).filter(([name]) => !check.definition.outputs[name]?.secret);
  const unmasked = {
    requests: check.wire.open().join('\n'),
    'open outputs': JSON.stringify(Object.fromEntries(open)),
  };
  // Most steps show no secret even before the runner masks anything, and need no closer look.
  const everything = [...printedBy(door), ...door.summaries, ...Object.values(unmasked)].join('\n');
  const isClean = findLeaks({ everything }, secrets).length === 0;
  const shown = { ...asLaterStepsShowIt(door), ...(isClean ? {} : { ...unmasked, ...asTheRunnerShowsIt(door) }) };
  return findLeaks(shown, secrets).map(
    ({ text, secret, form, excerpt }) => `${secret} leaks into ${text} (${form}): ${JSON.stringify(excerpt)}`,
  );
}

/** Everything secret that this step has got, made or handed over, by name. */
function secretsOf(door: MemoryDoor, check: Check): Readonly<Record<string, string>> {
  const given = Object.entries(check.definition.inputs).flatMap(([name, { secret, fallback }]) => {
    if (!secret) return [];
    const variable = fallback?.variable === undefined ? undefined : door.variable(fallback.variable);
    return [
      [`input ${name}`, door.input(name).trim()],
      [`variable for ${name}`, (variable ?? '').trim()],
    ] as const;
  });
  const sent = [...check.wire.secrets].map((secret, index) => [`secret ${index + 1} on the wire`, secret] as const);
  const all = [...given, ...sent, ...handedOver(door, check), ...Object.entries(check.secrets)];
  return Object.fromEntries(all.filter(([, value]) => value.length >= SHORTEST));
}

/** Shorter ones stand in innocent texts, all of which the runner stars out. */
const SHORTEST = 6;

function handedOver(door: MemoryDoor, { definition }: Pick<Check, 'definition'>): readonly [string, string][] {
  return Object.entries(door.outputs).filter(([name, value]) => value !== '' && definition.outputs[name]?.secret);
}

function isMaskedFirst({ events }: MemoryDoor, name: string, value: string): boolean {
  const mask = events.indexOf(`mask ${value}`);
  return mask >= 0 && mask < events.indexOf(`output ${name}=${value}`);
}
