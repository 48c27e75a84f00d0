/** Comes next. */
export function ComparePage() {
  return <h1>compare</h1>;
}
