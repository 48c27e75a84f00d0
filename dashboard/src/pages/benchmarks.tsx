/** Comes next. */
export function BenchmarksPage() {
  return <h1>benchmarks</h1>;
}
