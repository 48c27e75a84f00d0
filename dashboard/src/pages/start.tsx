/** Comes next. */
export function StartPage() {
  return <h1>start</h1>;
}
