/** Replaces each `{place}` that `values` names; all other braces stay, so `\boxed{x}` is safe in a template. */
export function fill(template: string, values: { readonly [place: string]: string | number }): string {
  return template.replace(/\{(\w+)\}/g, (whole, place: string) => (Object.hasOwn(values, place) ? String(values[place]) : whole));
}
