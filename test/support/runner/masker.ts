import { derivedForms } from './encoders.ts';

/** Replaces secrets in text by `***` exactly as the worker process of GitHub's runner does. */
export interface Masker {
  /** Registers a value and each of its lines, as `::add-mask::` does. */
  readonly add: (value: string) => void;
  /** Registers a GitHub secret: trimmed, then like `add`. */
  readonly addSecret: (value: string) => void;
  /** Registers one value as it stands, without its lines. */
  readonly addValue: (value: string) => void;
  readonly mask: (text: string) => string;
  /** The values registered so far, without their derived forms. */
  readonly values: () => readonly string[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Creates the masker of one job; nothing is masked before it is registered. */
export function createMasker(secrets: readonly string[] = []): Masker {
  const originals = new Set<string>();
  const forms = new Set<string>();

  const addValue = (value: string): void => {
    if (value === '' || originals.has(value)) return;
    originals.add(value);
    forms.add(value);
    for (const form of derivedForms(value)) forms.add(form);
  };
  const add = (value: string): void => {
    addValue(value);
    for (const line of value.split(/[\r\n]/)) addValue(line.trim());
  };
  const addSecret = (value: string): void => add(value.trim());

  secrets.forEach(addSecret);
  return { add, addSecret, addValue, mask: (text) => replace(text, forms), values: () => [...originals] };
}

function replace(text: string, forms: ReadonlySet<string>): string {
  let masked = '';
  let position = 0;
  for (const range of merged([...forms].flatMap((form) => occurrences(text, form)))) {
    masked += `${text.slice(position, range.start)}***`;
    position = range.end;
  }
  return masked + text.slice(position);
}

function occurrences(text: string, form: string): readonly Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
    found.push({ start, end: start + form.length });
  }
  return found;
}

// Overlapping and touching hits become one `***`.
function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) result[result.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}
