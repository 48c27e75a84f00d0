import Table from 'cli-table3';

/** Prints a titled table; columns that hold numbers only by form (`12.3`, `0.5×`, `–`) stand to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const isNumeric = (column: number) => rows.every((row) => /^[-–\d]/.test(row[column] ?? '–'));
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, column) => (column > 0 && isNumeric(column) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  console.log(`\n${title}\n${table.toString()}`);
}

/** A number to three significant digits, whole from 100 on. */
export function shown(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** `≥ 0.5: met`. An aim is reported, never enforced: the machine may be busy. */
export function withAim(value: number, aim: { readonly atLeast: number } | { readonly atMost: number }): string {
  const isFloor = 'atLeast' in aim;
  const limit = isFloor ? aim.atLeast : aim.atMost;
  return `${isFloor ? '≥' : '≤'} ${limit}: ${(isFloor ? value >= limit : value <= limit) ? 'met' : 'MISSED'}`;
}
