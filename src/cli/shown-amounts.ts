/** `$0.42`, `$12`, `$1,234`, `<$0.01`. */
export function usdShown(usd: number): string {
  if (usd > 0 && usd < 0.01) return '<$0.01';
  return `$${usd.toLocaleString('en', usd < 100 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 })}`;
}

/** `850`, `12.3k`, `28.1M`, `2.10G`. */
export function countShown(count: number): string {
  const [unit, size] = count >= 1e9 ? ['G', 1e9] : count >= 1e6 ? ['M', 1e6] : count >= 1e4 ? ['k', 1e3] : ['', 1];
  return `${size === 1 ? Math.round(count) : (count / size).toPrecision(3)}${unit}`;
}
