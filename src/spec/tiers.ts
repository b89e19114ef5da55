/** The three kinds of clusters; Atlas has an API of its own for each, and none turns into another here. */
export type TierKind = 'free' | 'flex' | 'dedicated';

export function tierKind(tier: string): TierKind {
  if (tier === 'M0') return 'free';
  return tier === 'FLEX' ? 'flex' : 'dedicated';
}

/** How the kinds are called in messages. */
export const kindNames: Readonly<Record<TierKind, string>> = {
  free: 'a free cluster (M0)',
  flex: 'a Flex cluster',
  dedicated: 'a dedicated cluster',
};
