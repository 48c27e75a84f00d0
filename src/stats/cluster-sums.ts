/** A difference of two scores, −1 to 1, with the cluster and stratum of its sample. */
export interface ClusteredDifference {
  readonly difference: number;
  readonly cluster?: string;
  readonly stratum?: string;
}

/** Differences summed over each cluster of each stratum; one without a cluster stands for itself. For tests that must not split a cluster. */
export function clusterSums(values: readonly ClusteredDifference[]): number[] {
  const own = values.filter(({ cluster }) => cluster === undefined).map(({ difference }) => difference);
  const shared = Map.groupBy(
    values.filter(({ cluster }) => cluster !== undefined),
    ({ cluster, stratum = '' }) => `${stratum}\0${cluster}`,
  );
  return [...own, ...[...shared.values()].map(settledSum)];
}

/** Tenths that cancel out must sum to 0, not to a rounding error with a sign. */
function settledSum(values: readonly ClusteredDifference[]): number {
  return Math.round(1e9 * values.reduce((sum, { difference }) => sum + difference, 0)) / 1e9;
}
