/** Somebody else's step, at one moment of a step under test. */
export interface Interruption {
  /** The request at which it happens, such as `GET /api/…/clusters/orders`: method and path. */
  readonly at: RegExp;
  /** Which of those requests; the first unless told. */
  readonly nth?: number;
  /** Before the request takes effect, or after that and before its answer arrives. */
  readonly when: 'before' | 'after';
  readonly happens: () => unknown;
}

/** The same fetch, between whose requests somebody else does something, once. `hasHappened` tells a test that it was tried. */
export function interrupting(
  fetch: typeof globalThis.fetch,
  { at, nth = 1, when, happens }: Interruption,
): { readonly fetch: typeof globalThis.fetch; readonly hasHappened: () => boolean } {
  let matches = 0;
  const interrupted: typeof globalThis.fetch = async (input, init) => {
    const isAt = at.test(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`) && ++matches === nth;
    if (isAt && when === 'before') await happens();
    const response = await fetch(input, init);
    if (isAt && when === 'after') await happens();
    return response;
  };
  return { fetch: interrupted, hasHappened: () => matches >= nth };
}
