const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'.split(' ');

/** 0–99 in words. */
export function cardinal(n: number): string {
  if (n < 20) return ONES[n]!;
  return n % 10 === 0 ? TENS[n / 10]! : `${TENS[Math.floor(n / 10)]!}-${ONES[n % 10]!}`;
}

/** 1–14 in words: `third`. */
export function ordinal(n: number): string {
  return ORDINALS[n - 1]!;
}

/** A day of the month: `21st`. */
export function dayOfMonth(day: number): string {
  const last = day > 10 && day < 14 ? 0 : day % 10;
  return `${day}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
