import { type Fault, faultKindOf, faultKinds } from './faults.ts';

/** Reads a fault from a line such as `POST /backup/snapshots status-500-after`; `#2` after the path means the second. */
export function parseFault(line: string): Fault {
  const [method, place, kindText, ...rest] = line.trim().split(/\s+/);
  const kind = faultKindOf(kindText);
  const refused = (why: string) => new Error(`Cannot read the fault "${line}": ${why}`);
  if (method === undefined || place === undefined || kind === undefined || rest.length > 1) {
    const kinds = Object.keys(faultKinds).join(', ');
    throw refused(`expected METHOD PATH KIND [NUMBER], KIND one of ${kinds}`);
  }
  if (!methods.includes(method.toUpperCase())) {
    throw refused(`METHOD "${method}" is not one of ${methods.join(', ')}`);
  }
  const [, path = '', nth] = /^([^#?]+)(?:#([1-9]\d*))?$/.exec(place) ?? [];
  if (path === '')
    throw refused(`PATH "${place}" is not the end of a path without query, with "#2" after it for the second`);
  const [amount] = rest;
  const unit = numbers[kind];
  if (amount !== undefined && unit === undefined) throw refused(`${kind} takes no NUMBER`);
  if (amount !== undefined && !/^\d+$/.test(amount)) throw refused(`NUMBER "${amount}" is not a whole number`);
  return {
    kind,
    match: {
      ...(method === '*' ? {} : { method: method.toUpperCase() }),
      ...(path === '*' ? {} : { path }),
      ...(nth === undefined ? {} : { nth: Number(nth) }),
    },
    ...(unit === undefined || amount === undefined ? {} : { [unit]: Number(amount) }),
  };
}

/** Writes a fault the way it can be read again; a pattern stands as it is. */
export function faultLine(fault: Fault): string {
  const { method = '*', path = '*', nth } = fault.match ?? {};
  const unit = numbers[fault.kind];
  const amount = unit === undefined ? undefined : fault[unit];
  const place = `${path}${nth === undefined ? '' : `#${nth}`}`;
  return [method, place, fault.kind, ...(amount === undefined ? [] : [amount])].join(' ');
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', '*'];

/** What NUMBER means where it means something. */
const numbers: Readonly<Partial<Record<Fault['kind'], 'retryAfterSeconds' | 'milliseconds'>>> = {
  'status-429': 'retryAfterSeconds',
  slow: 'milliseconds',
};
