import { faultLine, parseFault } from './fault-lines.ts';
import { type Fault, type Faults, faultKindOf, faultKinds } from './faults.ts';
import { isJsonObject, type Json } from './json.ts';
import type { RequestRecord } from './request-log.ts';
import { type Answer, type Arrival, answered, type Exchange } from './wire.ts';

/** What can be seen and changed of one simulator from outside. */
export interface Controls {
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  /** Everything there is, in short and without secrets. */
  readonly state: () => unknown;
}

/**
 * Adds a surface beside a server's own, for processes that only have the URL; none of its requests is recorded,
 * authenticated or spoiled:
 *
 *     POST   /__simulator/faults    arm faults: lines as after --fault, or one as JSON, whose `path` may be
 *                                   { "pattern": "regular expression" }
 *     GET    /__simulator/faults    those that have hit nothing yet
 *     DELETE /__simulator/faults    disarm all
 *     GET    /__simulator/requests  what arrived
 *     GET    /__simulator/state     what there is
 */
export function withControlSurface(exchange: Exchange, controls: Controls): Exchange {
  return async (arrival) =>
    arrival.target.startsWith(prefix) ? answered(answerControl(controls, arrival)) : await exchange(arrival);
}

const prefix = '/__simulator/';

function answerControl(controls: Controls, { method, target, body }: Arrival): Answer {
  const [path = ''] = target.slice(prefix.length).split('?');
  const handler = handlers[`${method} ${path}`];
  if (handler === undefined) return json(404, { error: `no ${method} ${path} here` });
  try {
    return json(200, handler(controls, body));
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: `${JSON.stringify(body, null, 2)}\n` };
}

const handlers: Readonly<Record<string, (controls: Controls, body: string) => unknown>> = {
  'POST faults': ({ faults }, body) => {
    for (const fault of readFaults(body)) faults.add(fault);
    return { armed: faults.armed.length };
  },
  'GET faults': ({ faults }) => ({ unfired: faults.unfired.map(faultLine) }),
  'DELETE faults': ({ faults }) => {
    faults.clear();
    return { armed: 0 };
  },
  'GET requests': ({ requests }) => requests,
  'GET state': ({ state }) => state(),
};

/** Tells the two forms apart by their first character: curl and fetch send both with whatever content type they like. */
function readFaults(body: string): readonly Fault[] {
  if (/^\s*[{[]/.test(body)) return [readFault(JSON.parse(body))];
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Error('The body holds no fault, such as "POST /backup/snapshots status-500"');
  return lines.map(parseFault);
}

function readFault(value: Json): Fault {
  if (!isJsonObject(value)) throw new Error('A fault is a JSON object');
  const kind = faultKindOf(value.kind);
  if (kind === undefined) throw new Error(`A fault's kind is one of ${Object.keys(faultKinds).join(', ')}`);
  const match = isJsonObject(value.match) ? value.match : {};
  const path = isJsonObject(match.path) ? new RegExp(String(match.path.pattern)) : match.path;
  // The rest has the shape of Fault by agreement: this door is for our own tests, who would see a mistake at once.
  return { ...value, kind, match: { ...match, ...(path === undefined ? {} : { path }) } } as Fault;
}
