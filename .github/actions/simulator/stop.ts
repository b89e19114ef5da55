import { left } from './left.ts';

/** The last post step of a job: every other one has tidied up by now. */
const { STATE_url: url, STATE_pid: pid, STATE_before: before } = process.env;

if (url && pid && before) {
  const behind = (await left(url)).filter((thing) => !JSON.parse(before).includes(thing));
  process.kill(Number(pid));
  if (behind.length > 0) {
    console.log(`::error title=Left behind in Atlas::${behind.join(', ')}`);
    process.exitCode = 1;
  } else {
    console.log('Nothing was left behind.');
  }
}
