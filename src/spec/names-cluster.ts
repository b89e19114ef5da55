import { parseDocument } from 'yaml';
import { readContent } from './yaml-content.ts';

/**
 * Whether a spec names a cluster, in whatever style it is written: then no environment is assumed for it, because naming
 * a cluster alone does not make it ephemeral. A text that is not YAML counts as one that does; parsing it tells what is wrong.
 */
export function namesCluster(text: string): boolean {
  try {
    const document = parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
    if (document.errors.length > 0) return true;
    // Whether a variable is set does not matter here.
    const { content } = readContent(document, () => 'set');
    return listIn(content, 'clusters').some((cluster) => partOf(cluster, 'name') !== undefined);
  } catch (error) {
    // Brackets within brackets by the thousand exhaust the parser's stack.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const part = partOf(value, key);
  return Array.isArray(part) ? part : [];
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
