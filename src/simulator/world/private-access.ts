/** How a cluster can be reached without the public internet. */
export interface PrivateAccess {
  /** Network peering: `private` and `privateSrv` are shown. */
  readonly peering?: boolean;
  readonly endpoints?: readonly PrivateEndpoint[];
}

export interface PrivateEndpoint {
  readonly endpointId: string;
  readonly providerName?: 'AWS' | 'AZURE' | 'GCP';
  readonly region?: string;
}
