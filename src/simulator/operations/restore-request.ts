import { atlasError } from '../errors.ts';
import { objectBody, oneOf, optionalNumber, optionalText, requiredText } from '../fields.ts';
import type { Json, JsonObject } from '../json.ts';
import type { PointInTime, RestoreJob } from '../world/restore-types.ts';

/** What the body of a restore asks for; whether it can be had is another question. */
export interface RestoreRequest {
  readonly deliveryType: RestoreJob['deliveryType'];
  readonly snapshotId: string | undefined;
  readonly point: PointInTime | undefined;
  readonly targetGroupId: string | undefined;
  readonly targetClusterName: string | undefined;
}

const fields = [
  'deliveryType',
  'oplogInc',
  'oplogTs',
  'pointInTimeUTCSeconds',
  'snapshotId',
  'targetClusterName',
  'targetGroupId',
];
const ofPoint = ['oplogInc', 'oplogTs', 'pointInTimeUTCSeconds'];
/** 2008, before which there was no MongoDB. */
const earliestSecond = 1_199_145_600;
const largestInteger = 2 ** 31 - 1;

/** Reads the body of a restore. */
export function readRestoreRequest(sent: Json | undefined): RestoreRequest {
  const body = objectBody(sent);
  const deliveryType = oneOf(['automated', 'download', 'pointInTime'], requiredText(body, 'deliveryType'));
  const foreign = deliveryType === 'pointInTime' ? ['snapshotId'] : ofPoint;
  for (const name of Object.keys(body)) {
    const isGiven = (body[name] ?? null) !== null;
    if (isGiven && (!fields.includes(name) || foreign.includes(name))) throw atlasError('INVALID_ATTRIBUTE', name);
  }
  return {
    deliveryType,
    snapshotId: optionalText(body, 'snapshotId'),
    point: deliveryType === 'pointInTime' ? readPoint(body, 'pointInTimeUTCSeconds') : undefined,
    targetGroupId: optionalText(body, 'targetGroupId'),
    targetClusterName: optionalText(body, 'targetClusterName'),
  };
}

/** Reads a point in time: whole seconds under the name given, or a timestamp of the oplog; undefined where none is given. */
export function readPoint(body: JsonObject, secondsField: string): PointInTime | undefined {
  const seconds = optionalInteger(body, secondsField);
  const oplogTs = optionalInteger(body, 'oplogTs');
  const increment = optionalInteger(body, 'oplogInc');
  if (seconds === undefined && oplogTs === undefined && increment === undefined) return undefined;
  const isBoth = seconds !== undefined && (oplogTs !== undefined || increment !== undefined);
  const isHalf = seconds === undefined && (oplogTs === undefined || increment === undefined);
  const point = { seconds: seconds ?? oplogTs ?? 0, ...(increment === undefined ? {} : { increment }) };
  if (isBoth || isHalf || point.seconds < earliestSecond || (increment ?? 1) < 1) {
    throw atlasError('INVALID_PIT_RESTORE_TIME');
  }
  return point;
}

/** Milliseconds, a frequent mistake, do not fit into the integer of the specification. */
function optionalInteger(body: JsonObject, name: string): number | undefined {
  const number = optionalNumber(body, name);
  if (number !== undefined && (!Number.isInteger(number) || number > largestInteger)) {
    throw atlasError('INVALID_JSON_ATTRIBUTE', name);
  }
  return number;
}
