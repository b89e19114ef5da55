// Preload (`node --import`) that makes the clock of a process run SCALED_CLOCK_SPEED times faster, so that a test of an
// hour of waiting ends in a moment. Simulated time = START + (real − EPOCH) × SPEED, the formula of scaled-clock.ts; it is
// read when the process starts, whenever a timer fires and whenever a server of the process gets a request. In between time passes as it
// really does: a request on the loopback takes milliseconds, as one to Atlas does, and not seconds, which would be too old for whoever
// acts on a fresh reading.
// performance.now and the timers of Node's own internals (fetch's keep-alive and time limits) stay real, and AbortSignal.timeout
// too unless SCALED_CLOCK_TIMEOUTS asks for it: answers take real time, so that what a server may take must be scaled with care.
import diagnostics from 'node:diagnostics_channel';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const timers = require('node:timers');
const timersPromises = require('node:timers/promises');

const LONGEST_DELAY = 2 ** 31 - 1;
const RealDate = globalThis.Date;
const realNow = RealDate.now;
const speed = setting('SCALED_CLOCK_SPEED', 1);
const epoch = setting('SCALED_CLOCK_EPOCH', realNow());
const start = setting('SCALED_CLOCK_START', epoch);

let syncedAt = realNow();
let synced = simulated();

scaleDate();
scaleTimers();
diagnostics.subscribe('http.server.request.start', synchronize);
if (process.env.SCALED_CLOCK_TIMEOUTS) scaleTimeouts();

function setting(name, otherwise) {
  const text = process.env[name];
  const value = text === undefined || text === '' ? otherwise : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is not a number: ${text}`);
  return value;
}

function simulated() {
  return start + (realNow() - epoch) * speed;
}

function now() {
  return Math.floor(synced + realNow() - syncedAt);
}

function synchronize() {
  synced = Math.max(simulated(), now());
  syncedAt = realNow();
}

function synchronizing(callback) {
  return (...args) => {
    synchronize();
    return callback(...args);
  };
}

function scaleDate() {
  RealDate.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.prototype.constructor = globalThis.Date;
}

function scaleTimers() {
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  function setTimeout(callback, delay, ...args) {
    if (calledByNode(setTimeout)) return realTimeout(callback, delay, ...args);
    return realTimeout(synchronizing(callback), scaled(delay), ...args);
  }
  function setInterval(callback, delay, ...args) {
    if (calledByNode(setInterval)) return realInterval(callback, delay, ...args);
    return realInterval(synchronizing(callback), scaled(delay), ...args);
  }
  const { setTimeout: realWait, setInterval: realTicks } = timersPromises;
  const wait = async (delay, value, options) => {
    const result = await realWait(scaled(delay), value, options);
    synchronize();
    return result;
  };
  async function* ticks(delay, value, options) {
    for await (const tick of realTicks(scaled(delay), value, options)) {
      synchronize();
      yield tick;
    }
  }

  Object.defineProperty(setTimeout, promisify.custom, { value: wait });
  Object.assign(globalThis, { setTimeout, setInterval });
  Object.assign(timers, { setTimeout, setInterval });
  Object.assign(timersPromises, { setTimeout: wait, setInterval: ticks });
  timersPromises.scheduler.wait = (delay, options) => wait(delay, undefined, options);
  syncBuiltinESMExports();
}

function scaleTimeouts() {
  const realTimeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (delay) => realTimeout(scaled(delay));
}

// A millisecond more, because Node may fire a timer that much before Date.now() says that its time has come. What Node turns into
// 1 ms stays.
function scaled(delay) {
  const ms = Number(delay);
  return ms > 1 && ms <= LONGEST_DELAY ? Math.ceil(ms / speed) + 1 : delay;
}

function calledByNode(timer) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  const holder = {};
  Error.captureStackTrace(holder, timer);
  Error.stackTraceLimit = limit;
  return /[( ]node:/.test(String(holder.stack));
}
