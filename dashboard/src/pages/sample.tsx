/** Comes next. */
export function SamplePage() {
  return <h1>sample</h1>;
}
