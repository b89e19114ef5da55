import type { Change } from './plan.ts';

/** Fields that an author passes through and that differ; only what he names is compared, at every depth. */
export function atlasChanges(
  actual: Readonly<Record<string, unknown>>,
  desired: Readonly<Record<string, unknown>>,
): readonly Change[] {
  return differences(actual, desired, 'atlas');
}

function differences(actual: unknown, desired: unknown, field: string): readonly Change[] {
  if (isRecord(desired)) {
    const there = isRecord(actual) ? actual : {};
    return Object.entries(desired).flatMap(([key, value]) =>
      differences(Object.hasOwn(there, key) ? there[key] : undefined, value, `${field}.${key}`),
    );
  }
  if (covers(actual, desired)) return [];
  const to = shown(desired);
  return [actual === undefined ? { field, to } : { field, from: shown(actual), to }];
}

/** Whether what stands in Atlas holds all that is named: lists in any order, words in any case. */
function covers(actual: unknown, desired: unknown): boolean {
  if (Array.isArray(desired)) {
    if (!Array.isArray(actual) || actual.length !== desired.length) return false;
    const left = [...actual];
    return desired.every((one) => {
      const at = left.findIndex((other) => covers(other, one));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  }
  if (isRecord(desired)) {
    return Object.entries(desired).every(([key, value]) =>
      covers(isRecord(actual) && Object.hasOwn(actual, key) ? actual[key] : undefined, value),
    );
  }
  if (typeof desired === 'string' && typeof actual === 'string') return actual.toLowerCase() === desired.toLowerCase();
  return (actual ?? null) === (desired ?? null);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value) ?? 'nothing';
}
