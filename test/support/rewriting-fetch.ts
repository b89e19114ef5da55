/** A body of the simulator, or a part of one. */
export interface Answer {
  readonly [field: string]: unknown;
  readonly id?: string;
  readonly results?: readonly Answer[];
  readonly components?: readonly Answer[];
}

/** What becomes of the answers to some requests. */
export interface Rewrite {
  /** Of method and path, such as `GET /api/…/clusters/orders`. */
  readonly of: RegExp;
  readonly to: (body: Answer) => unknown;
}

/** A fetch whose answers to some requests are not what the simulator said: half filled, about something else, too old. */
export function rewriting(fetch: typeof globalThis.fetch, rewrites: readonly Rewrite[]): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const request = `${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`;
    const rewrite = rewrites.find(({ of }) => of.test(request));
    if (!rewrite || !response.ok) return response;
    // The simulator's bodies are objects.
    const body = rewrite.to((await response.json()) as Answer);
    return Response.json(body, { status: response.status, headers: response.headers });
  };
}
