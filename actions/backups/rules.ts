import { type Problem, type Rule, rule, type ValuesOf } from '../../src/definition/action.ts';
import { parseSelector } from '../snapshot-selector.ts';
import { inputs } from './inputs.ts';
import { jobStatuses, jobTypes, type OperationName, snapshotStatuses, snapshotTypes } from './words.ts';

/** The operations that look at an input. With any other it is an error: a filter that is passed over would be believed. */
const usedBy = {
  snapshot: ['describe', 'delete'],
  confirm: ['delete'],
  'restore-job-id': ['restore-status', 'cancel-restore'],
  status: ['list', 'list-restore-jobs'],
  type: ['list', 'list-restore-jobs'],
  'older-than-days': ['list', 'list-restore-jobs'],
  'newer-than-days': ['list', 'list-restore-jobs'],
  description: ['list'],
  limit: ['list', 'list-restore-jobs'],
  'dry-run': ['delete', 'cancel-restore'],
} as const satisfies Partial<Record<keyof typeof inputs, readonly OperationName[]>>;

type Bound = keyof typeof usedBy;
type Values = Pick<ValuesOf<typeof inputs>, 'operation' | Bound>;

// Object.keys forgets which keys they are.
const bound = Object.keys(usedBy) as Bound[];

/** The words of an input, by the operations that take it. */
const words: Readonly<Record<'status' | 'type', Partial<Record<OperationName, readonly string[]>>>> = {
  status: { list: snapshotStatuses, 'list-restore-jobs': jobStatuses },
  type: { list: snapshotTypes, 'list-restore-jobs': jobTypes },
};

/** Conditions across the inputs of backups. */
export const rules: readonly Rule[] = [
  ...bound.map((name) => rule(inputs, ['operation', ...bound], (values) => misplaced(values, name))),
  ...(['snapshot', 'restore-job-id'] as const).map((name) =>
    rule(inputs, ['operation', name], ({ operation, [name]: value }) =>
      isUsed(name, operation) && value === undefined ? `${name} is required with operation ${operation}.` : undefined,
    ),
  ),
  ...(['status', 'type'] as const).map((name) =>
    rule(inputs, ['operation', name], ({ operation, [name]: given = [] }) =>
      unknownWords(given, { name, known: words[name][operation] }),
    ),
  ),
  rule(inputs, ['older-than-days', 'newer-than-days'], (values) => {
    const { 'older-than-days': older, 'newer-than-days': newer } = values;
    return older !== undefined && newer !== undefined && older >= newer
      ? 'older-than-days must be less than newer-than-days; nothing is both.'
      : undefined;
  }),
  rule(inputs, ['operation', 'snapshot'], ({ operation, snapshot }) => {
    const wanders = snapshot !== undefined && ['latest', 'before'].includes(parseSelector(snapshot).kind);
    return operation === 'delete' && wanders
      ? `snapshot: ${snapshot} means another snapshot tomorrow, so nothing is deleted by it. Give an id, or run:<run id> or description:<text> of exactly one.`
      : undefined;
  }),
  rule(inputs, ['snapshot', 'confirm'], ({ snapshot, confirm }) => {
    const isOther = confirm !== undefined && /^[0-9a-f]{24}$/.test(snapshot ?? '') && snapshot !== confirm;
    return isOther ? 'confirm must repeat the id of the snapshot, letter by letter.' : undefined;
  }),
];

function isUsed(name: Bound, operation: OperationName): boolean {
  const users: readonly OperationName[] = usedBy[name];
  return users.includes(operation);
}

function misplaced(values: Values, name: Bound): Problem | undefined {
  const { operation } = values;
  const value = values[name];
  // A flag that is off asks for nothing.
  return value === undefined || value === false || isUsed(name, operation)
    ? undefined
    : `${name} goes with operation ${usedBy[name].join(' or ')}; ${operation} would pass over it.`;
}

function unknownWords(
  given: readonly string[],
  { name, known }: { name: string; known: readonly string[] | undefined },
): Problem | undefined {
  const unknown = known === undefined ? [] : given.filter((one) => !known.includes(one));
  return unknown.length > 0 ? `${name}: ${unknown.join(', ')} is none of ${known?.join(', ')}.` : undefined;
}
