import { type AnswerContext, commonHeaders, failure } from './answers.ts';
import { unauthorized } from './authentication/authenticate.ts';
import { type BucketName, bucketSizes, rateLimited } from './buckets.ts';
import { AtlasError, atlasError } from './errors.ts';
import type { SpoiltAnswers } from './fault-behaviour.ts';
import type { Fault } from './faults.ts';

/** The request that a fault has hit. */
export interface Spoilt {
  readonly context: AnswerContext;
  readonly path: string;
  readonly bucket: BucketName | undefined;
  readonly challenge: () => string;
}

/** Words what faults answer the way Atlas would. */
export function spoiltAnswers({ context, path, bucket = 'projects', challenge }: Spoilt): SpoiltAnswers {
  return {
    'status-401': ({ plain = false }) =>
      plain ? unauthorized(context, challenge()) : failure(context, atlasError('USER_UNAUTHORIZED')),
    'status-429': ({ retryAfterSeconds = 6 }) =>
      failure(context, rateLimited(path, { size: bucketSizes[bucket], retryAfterSeconds })),
    'status-500': () => failure(context, atlasError('UNEXPECTED_ERROR')),
    'status-503-empty': () => ({ status: 503, headers: commonHeaders(context), body: '' }),
    error: (fault) => failure(context, arbitraryError(fault)),
    // A proxy's page where JSON should be: status 200, the right content type, an unreadable body.
    garbage: ({ headers }) => ({ status: 200, headers, body: '{"results":[{"id":"6a79' }),
  };
}

function arbitraryError({ status = 400, errorCode = 'INVALID_ATTRIBUTE', detail, parameters = [] }: Fault): AtlasError {
  return new AtlasError({ status, errorCode, detail: detail ?? errorCode, parameters });
}
