import { checkExchange, operationOf } from './openapi.ts';

/** A fetch that holds every exchange against the specification, and remembers what breaks it. */
export function checkedFetch(inner: typeof fetch) {
  const problems: string[] = [];
  const operations = new Set<string>();
  const checked: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const text = init?.body === undefined ? '' : String(init.body);
    const response = await inner(input, init);
    const operation = operationOf(request.method, pathname);
    if (operation === undefined) return response;
    operations.add(operation);
    const body = await response.clone().text();
    problems.push(
      ...checkExchange({
        method: request.method,
        path: pathname + search,
        requestHeaders: request.headers,
        ...(text !== '' && { requestBody: JSON.parse(text) }),
        status: response.status,
        responseHeaders: response.headers,
        responseBody: body === '' ? undefined : JSON.parse(body),
      }),
    );
    return response;
  };
  return { fetch: checked, problems, operations };
}
