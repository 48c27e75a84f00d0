import { stripSpace } from '../python-space.ts';

/**
 * The eight forms of a response of which one must follow, in loose scoring: as it is, without its first line, without its last, without both, and each of
 * these without asterisks. Blank forms are left out.
 */
export function looseVariants(response: string): string[] {
  const lines = response.split('\n');
  const cut = [lines.slice(1), lines.slice(0, -1), lines.slice(1, -1)].map((rest) => stripSpace(rest.join('\n')));
  const forms = [response, ...cut];
  return [...forms, ...forms.map((form) => form.replaceAll('*', ''))].filter((form) => stripSpace(form) !== '');
}
