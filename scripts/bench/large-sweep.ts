import { measureSweep } from '../../test/support/measure-sweep.ts';
import { rounded } from '../markdown.ts';

/** What a nightly sweep of a large organization costs, in a sentence. */
export async function largeSweep(): Promise<string> {
  const { what, deleted, requests, seconds, peakMegabytes } = await measureSweep();
  return `\`sweep\` of ${what}, ${deleted.toLocaleString('en')} things deleted: ${requests.toLocaleString('en')} requests, ${rounded(seconds)} s with an Atlas that answers at once, ${Math.round(peakMegabytes)} MB at the peak.`;
}
