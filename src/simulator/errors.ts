import { type ErrorCode, errorCatalogue } from './error-catalogue.ts';
import { type JsonObject, sortedByKey } from './json.ts';

/** An answer that Atlas gives instead of doing what was asked. */
export class AtlasError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly detail: string;
  readonly parameters: ReadonlyArray<string | number>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: AtlasErrorOptions) {
    super(options.detail);
    this.status = options.status;
    this.errorCode = options.errorCode;
    this.detail = options.detail;
    this.parameters = options.parameters ?? [];
    this.headers = options.headers ?? {};
  }
}

export interface AtlasErrorOptions {
  readonly status: number;
  readonly errorCode: string;
  readonly detail: string;
  readonly parameters?: ReadonlyArray<string | number>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes the error of a code in the catalogue; the values fill `{0}`, `{1}` … and become its parameters. */
export function atlasError(errorCode: ErrorCode, ...values: ReadonlyArray<string | number>): AtlasError {
  const [status, template] = errorCatalogue[errorCode];
  const detail = template.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
  return new AtlasError({ status, errorCode, detail, parameters: values });
}

/** Writes an error's body, keys in alphabetical order. */
export function errorBody(error: AtlasErrorOptions): JsonObject {
  return sortedByKey({
    detail: error.detail,
    error: error.status,
    errorCode: error.errorCode,
    parameters: error.parameters ?? [],
    reason: reasonPhrase(error.status),
  });
}

/** Names an HTTP status. */
function reasonPhrase(status: number): string {
  return reasons[status] ?? 'Unknown';
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
