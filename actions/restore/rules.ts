import { rule } from '../../src/definition/action.ts';
import { passwordRules } from '../shared-connection.ts';
import { oneProject } from '../shared-inputs.ts';
import { parseTime } from '../snapshot-selector.ts';
import { inputs } from './inputs.ts';

/** Atlas takes no earlier moment (spec: minimum of pointInTimeUTCSeconds and oplogTs). */
const EARLIEST = 1_199_145_600;

/** Atlas takes so many databases, and so many collections, in one job (spec: maxItems). */
const MOST_NAMESPACES = 100;

const scope = ['databases', 'collections'] as const;
const ofScope = ['database-suffix', 'collection-suffix', 'write-strategy', 'index-strategy'] as const;
const sources = ['snapshot', 'point-in-time', 'oplog'] as const;

/** What a download has no use for: it touches no cluster. */
const notForDownload = [
  'point-in-time',
  'oplog',
  'target-cluster-name',
  'target-project-id',
  'environment',
  'confirm-overwrite',
  ...scope,
  'username',
  'password',
  'password-seed',
] as const;

/** What makes no sense together. */
export const rules = [
  oneProject,
  ...passwordRules,
  rule(inputs, sources, (values) => {
    const given = sources.filter((name) => values[name] !== undefined);
    if (given.length === 1) return undefined;
    return given.length === 0
      ? 'snapshot, point-in-time or oplog is required: what is to be restored? snapshot: latest takes the newest one.'
      : `${given.join(' and ')} are both given; one of them says what is to be restored.`;
  }),
  rule(inputs, ['snapshot'], ({ snapshot }) => {
    const [, time] = snapshot?.match(/^before:(.*)$/) ?? [];
    return time !== undefined && parseTime(time) === undefined
      ? `snapshot: "${time}" is no moment of the calendar.`
      : undefined;
  }),
  rule(inputs, ['point-in-time', 'oplog'], (values) => {
    const text = values['point-in-time'];
    const seconds = secondsOf(text) ?? (values.oplog === undefined ? undefined : Number.parseInt(values.oplog, 10));
    if (text !== undefined && secondsOf(text) === undefined)
      return `point-in-time: "${text}" is no moment of the calendar.`;
    return seconds !== undefined && seconds < EARLIEST
      ? 'point-in-time and oplog are in seconds since 1970, and not before 2008.'
      : undefined;
  }),
  rule(inputs, ['delivery', 'safety-snapshot', ...notForDownload], (values) => {
    if (values.delivery !== 'download') return undefined;
    const given = notForDownload.filter((name) => values[name] !== undefined);
    const all = values['safety-snapshot'] ? [...given, 'safety-snapshot'] : given;
    return all.length > 0
      ? `delivery: download gives links and touches no cluster, so ${all.join(', ')} cannot go with it.`
      : undefined;
  }),
  rule(inputs, [...scope, ...ofScope], (values) => {
    if (scope.some((name) => values[name] !== undefined)) return undefined;
    const given = ofScope.filter((name) => values[name] !== undefined);
    return given.length > 0
      ? `${given.join(', ')}: only for databases or collections, and neither is given.`
      : undefined;
  }),
  ...scope.map((name) =>
    rule(inputs, [name], (values) =>
      (values[name]?.length ?? 0) > MOST_NAMESPACES
        ? `${name}: Atlas restores at most ${MOST_NAMESPACES} in one job, not ${values[name]?.length}.`
        : undefined,
    ),
  ),
  rule(inputs, ['databases', 'collections'], ({ databases = [], collections = [] }) => {
    const twice = collections.filter((name) => databases.includes(name.slice(0, name.indexOf('.'))));
    return twice.length > 0
      ? `collections: ${twice.join(', ')} would come with its database, which is given too.`
      : undefined;
  }),
  rule(inputs, ['username', 'password'], ({ username, password }) =>
    password !== undefined && username === undefined ? 'password needs username: whose is it?' : undefined,
  ),
];

/** A moment in seconds since 1970. */
export function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{10}$/.test(text)) return Number(text);
  const time = parseTime(text);
  return time === undefined ? undefined : Math.floor(time / 1_000);
}
