import { normalQuantile } from './normal-quantile.ts';

/**
 * The quantile of Student's t: the t with P(T ≤ t) = `probability` at `df` degrees of freedom (`studentQuantile(0.975, 4)` = 2.7764…).
 * Right to about five digits. Source: G. W. Hill, "Algorithm 396: Student's t-quantiles", CACM 13 (1970), which is exact at 1 and 2.
 * Fractional degrees are rounded down, which makes an interval wider, never narrower.
 *
 * @throws RangeError unless 0 < probability < 1 and df ≥ 1
 */
export function studentQuantile(probability: number, df: number): number {
  if (!(df >= 1)) throw new RangeError(`studentQuantile(…, ${df}): at least one degree of freedom is needed`);
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(probability);
  const bothTails = 2 * Math.min(probability, 1 - probability);
  if (!(bothTails > 0)) throw new RangeError(`studentQuantile(${probability}, …): a probability strictly between 0 and 1 is needed`);
  return Math.sign(probability - 0.5) * upperQuantile(bothTails, Math.floor(df));
}

function upperQuantile(bothTails: number, df: number): number {
  if (df === 1) return 1 / Math.tan((bothTails * Math.PI) / 2);
  if (df === 2) return Math.sqrt(2 / (bothTails * (2 - bothTails)) - 2);
  const a = 1 / (df - 0.5);
  const b = 48 / a ** 2;
  const c = ((20_700 * (a / b) - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  const x = d * bothTails;
  const y = x ** (2 / df);
  return Math.sqrt(df * (y > 0.05 + a ? nearNormal(bothTails, { df, a, b, c, d }) : farTail(y, { df, d })));
}

interface Terms {
  readonly df: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Hill's expansion about the normal quantile. */
function nearNormal(bothTails: number, { df, a, b, c, d }: Terms): number {
  const x = normalQuantile(bothTails / 2);
  const start = df < 5 ? c + 0.3 * (df - 4.5) * (x + 0.6) : c;
  const scale = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + start;
  const square = x ** 2;
  const root = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / scale - square - 3) / b + 1) * x;
  return Math.expm1(a * root ** 2);
}

/** Hill's expansion for the far tail of few degrees. */
function farTail(y: number, { df, d }: Pick<Terms, 'df' | 'd'>): number {
  const first = 1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3);
  return ((first + 0.5 / (df + 4)) * y - 1) * ((df + 1) / (df + 2)) + 1 / y;
}
