import type { SpoiltAnswers } from '../fault-behaviour.ts';
import { answerOf, Refusal, secondaryRateLimit } from './answers.ts';

/** Words what faults answer the way GitHub would. */
export function spoiltAnswers(now: number): SpoiltAnswers {
  const refused = ({ reply }: Refusal) => answerOf(reply, now);
  return {
    'status-401': () => refused(new Refusal(401, 'Bad credentials')),
    'status-429': ({ retryAfterSeconds }) => refused(secondaryRateLimit(429, retryAfterSeconds)),
    // GitHub's own front end answers for a backend that failed.
    'status-500': () => refused(new Refusal(502, 'Server Error')),
    'status-503-empty': () => ({ status: 503, headers: {}, body: '' }),
    error: ({ status = 422, detail = 'Validation Failed', retryAfterSeconds }) => {
      const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
      return refused(new Refusal(status, detail, { headers }));
    },
    garbage: ({ status, headers }) => ({ status: status === 204 ? 200 : status, headers, body: '{"id": 20' }),
  };
}
