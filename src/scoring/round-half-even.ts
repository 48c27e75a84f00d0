/** Python's `round(value, digits)`: exact ties of the binary value go to the even digit, where `toFixed` goes away from zero. */
export function roundHalfEven(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const exact = value.toFixed(Math.min(100, digits + 60));
  const end = exact.indexOf('.') + 1 + digits;
  const kept = exact.slice(0, end).replace(/\.$/, '');
  const tieToEven = /^50*$/.test(exact.slice(end)) && '02468'.includes(kept.at(-1)!);
  return Number(tieToEven ? kept : value.toFixed(digits));
}
