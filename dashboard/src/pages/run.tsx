/** Comes next. */
export function RunPage() {
  return <h1>run</h1>;
}
