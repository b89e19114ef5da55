/** A load of the sample data into a cluster. */
export interface SampleLoad {
  readonly id: string;
  readonly groupId: string;
  readonly clusterName: string;
  readonly createdAt: number;
  readonly completedAt: number;
}
