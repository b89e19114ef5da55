import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { replaceGenerated } from '../src/definition/render-readme.ts';
import { packDownload } from './bench/download.ts';
import { largeSweep } from './bench/large-sweep.ts';
import { processesTable } from './bench/processes.ts';
import { requestsTable } from './bench/requests.ts';
import { waitingTable, wholeSteps } from './bench/waiting.ts';

/** `npm run bench`: what a step costs, in numbers that anyone can get again. With --write the documents quote them. */
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

const sections = {
  machine: `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores.`,
  processes: await processesTable(),
  download: `A job downloads ${packDownload().kilobytes} kB: the archive of this repository, gzip.`,
  requests: await requestsTable(),
  'large sweep': await largeSweep(),
  'whole steps': `200 whole steps of \`snapshot\` on the simulator: ${await wholeSteps()}.`,
  waiting: waitingTable(),
};

console.log(Object.values(sections).join('\n\n'));
if (values.write) {
  for (const path of ['README.md', 'docs/numbers.md']) {
    const text = readFileSync(path, 'utf8');
    const quoted = Object.entries(sections).filter(([name]) => text.includes(`<!-- generated: ${name} -->`));
    writeFileSync(path, replaceGenerated(text, Object.fromEntries(quoted)));
  }
}
