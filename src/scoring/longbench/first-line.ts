/** The first line after leading line breaks. */
export function firstLine(text: string): string {
  return text.replace(/^\n+/, '').split('\n', 1)[0]!;
}

/** The first line without a backtick, "#" or "//", after leading line breaks; empty where there is none. */
export function firstCodeLine(text: string): string {
  const lines = text.replace(/^\n+/, '').split('\n');
  return lines.find((line) => !line.includes('`') && !line.includes('#') && !line.includes('//')) ?? '';
}
