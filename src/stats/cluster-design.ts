/** Values of one place that go into a mean together. */
export interface ValueGroup {
  /** Values of one cluster (answers on one haystack, parts of one answer) rise and fall together. Absent: every value stands for itself. */
  readonly cluster?: string;
  /** A fixed part of the design, such as a language: clusters are compared with those of their own stratum only. */
  readonly stratum?: string;
  /** Sum of the weighted values. */
  readonly sum: number;
  /** Sum of the weights; how many values there are, when they weigh the same. */
  readonly weight: number;
  /** How many values there are. Default: `weight`. */
  readonly n?: number;
}

/** How a mean rests on its clusters. */
export interface ClusterDesign {
  readonly mean: number;
  /** Values that the mean would rest on, were all independent (Kish's effective number: n when all weigh the same). */
  readonly independentN: number;
  /** Values that it would rest on, were those of a cluster all copies of each other: the effective number of clusters. */
  readonly clusteredN: number;
  /** Variance of the mean that the differences between clusters show. */
  readonly betweenVariance: number;
  /** What values outside clusters add to the variance of the mean, as a share of the variance of one value. */
  readonly looseShare: number;
  /** Degrees of freedom behind `betweenVariance`: clusters less one in each stratum. Infinite where no cluster has two values. */
  readonly df: number;
  /** A stratum has a single cluster with several values: nothing shows how much another haystack would differ. */
  readonly lonely: boolean;
}

interface Total {
  sum: number;
  weight: number;
  n: number;
}

/**
 * Sums up weighted values in clusters; `undefined` for none.
 *
 * The variance is the usual linearised one of a stratified sample of clusters: G/(G − 1) times the squares of the clusters' deviations from
 * the mean of their stratum (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, sections 9A and 11; L. Kish, Survey Sampling, 1965, section 6).
 * Clusters of unequal weight count as fewer: G is (Σw)²/Σw² in the degrees of freedom and in `clusteredN` (Kish; Carter, Schnepel and
 * Steigerwald, Rev. Econ. Stat. 99 (2017), 698–709, for its use in tests).
 */
export function clusterDesign(groups: Iterable<ValueGroup>): ClusterDesign | undefined {
  const { strata, loose } = sorted(groups);
  const clusters = [...strata.values()].flat();
  const weight = total([...clusters, ...loose], 'weight');
  if (!(weight > 0)) return undefined;
  const perValue = (members: readonly Total[]) => members.reduce((sum, member) => sum + (member.weight / weight) ** 2 / member.n, 0);
  const perCluster = clusters.reduce((sum, member) => sum + (member.weight / weight) ** 2, 0);
  const looseShare = perValue(loose);
  return {
    mean: total([...clusters, ...loose], 'sum') / weight,
    independentN: 1 / (perValue(clusters) + looseShare),
    clusteredN: 1 / (perCluster + looseShare),
    betweenVariance: [...strata.values()].reduce((sum, members) => sum + varianceOf(members), 0) / weight ** 2,
    looseShare,
    df: clusters.some(({ n }) => n > 1) ? [...strata.values()].reduce((sum, members) => sum + effectiveCount(members) - 1, 0) : Infinity,
    lonely: [...strata.values()].some((members) => members.length === 1),
  };
}

/** Clusters by stratum. A value without a cluster, or alone in its cluster and its stratum, stands for itself. */
function sorted(groups: Iterable<ValueGroup>): { readonly strata: Map<string, Total[]>; readonly loose: Total[] } {
  const loose: Total[] = [];
  const strata = new Map<string, Map<string, Total>>();
  for (const { cluster, stratum = '', sum, weight, n = weight } of groups) {
    if (!(weight > 0)) continue;
    if (cluster === undefined) loose.push({ sum, weight, n });
    else {
      const members = strata.get(stratum) ?? new Map<string, Total>();
      strata.set(stratum, members);
      const known = members.get(cluster) ?? { sum: 0, weight: 0, n: 0 };
      members.set(cluster, { sum: known.sum + sum, weight: known.weight + weight, n: known.n + n });
    }
  }
  const kept = new Map<string, Total[]>();
  for (const [stratum, members] of strata) {
    const [first, ...others] = members.values();
    if (others.length === 0 && first!.n <= 1) loose.push(first!);
    else kept.set(stratum, [first!, ...others]);
  }
  return { strata: kept, loose };
}

function varianceOf(members: readonly Total[]): number {
  if (members.length < 2) return 0;
  const mean = total(members, 'sum') / total(members, 'weight');
  const squares = members.reduce((sum, member) => sum + (member.sum - mean * member.weight) ** 2, 0);
  return (members.length / (members.length - 1)) * squares;
}

/** Rounded, so that four equal clusters are four and not a rounding error less. */
function effectiveCount(members: readonly Total[]): number {
  const count = total(members, 'weight') ** 2 / members.reduce((sum, { weight }) => sum + weight ** 2, 0);
  return Math.round(count * 1e6) / 1e6;
}

function total(members: readonly Total[], field: keyof Total): number {
  return members.reduce((sum, member) => sum + member[field], 0);
}
