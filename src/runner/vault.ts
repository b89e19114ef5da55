import { maskForms } from './masking.ts';

/** What this step knows to be secret. */
export interface Vault {
  /** Registers a secret, and each of its forms with the runner. */
  readonly add: (secret: string) => void;
  /** The text with every secret starred out, as the runner would, but before anything is cut, escaped or encoded. */
  readonly redact: (text: string) => string;
}

/** Shorter lines of a secret, such as a brace, stand in too many innocent texts. */
const SHORTEST_LINE = 6;

/** Opens a vault that tells the runner of each form of each secret. */
export function openVault(maskWithRunner: (form: string) => void): Vault {
  const forms = new Set<string>();
  return {
    add(secret) {
      for (const form of maskForms(secret)) {
        if (!forms.has(form)) maskWithRunner(form);
        forms.add(form);
        for (const line of form.split(/[\r\n]+/)) if (line.trim().length >= SHORTEST_LINE) forms.add(line.trim());
      }
    },
    redact(text) {
      const longestFirst = [...forms].sort((one, other) => other.length - one.length);
      return longestFirst.reduce((redacted, form) => redacted.replaceAll(form, '***'), text);
    },
  };
}
