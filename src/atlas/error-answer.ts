import { z } from 'zod';
import type { ErrorAnswer } from './errors.ts';
import type { HttpAnswer } from './http.ts';

/** Every field may be missing or null; parameters mix texts and numbers; the body may be empty. */
const errorBody = z.object({
  errorCode: z.string().nullish().catch(undefined),
  detail: z.string().nullish().catch(undefined),
  parameters: z.array(z.unknown()).nullish().catch(undefined),
});

/** Reads what Atlas says of an error; whatever cannot be read is left out. */
export function readErrorAnswer({ status, headers, text }: HttpAnswer): ErrorAnswer {
  const body = errorBody.safeParse(parseJson(text)).data;
  return {
    status,
    code: body?.errorCode || headers.get('X-Error-Code') || undefined,
    detail: body?.detail || undefined,
    parameters: body?.parameters ?? [],
  };
}

/** JSON, or undefined where there is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
