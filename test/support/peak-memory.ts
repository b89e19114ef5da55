/**
 * A module that has a process say at its end, on stderr, how much memory it has held at most. Linux counts to a process what its
 * parent held when it was started (getrusage), so there the kernel's own mark of the new program is read.
 */
export const tellsItsPeak = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from 'node:fs';
const kilobytes = () => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return /^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
};
process.on('exit', () => process.stderr.write('peak ' + kilobytes() + '\\n'));
`)}`;

/** Reads from what a process wrote to stderr its peak, in MB. */
export function peakMegabytesIn(stderr: string): number {
  return Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1_024;
}
