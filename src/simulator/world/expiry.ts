/** Whether something with this expiry is over. */
export function isExpired({ deleteAfter }: { readonly deleteAfter?: number | undefined }, now: number): boolean {
  return deleteAfter !== undefined && deleteAfter <= now;
}
