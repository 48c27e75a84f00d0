const DIGITS = [...'〇一二三四五六七八九十'];

/** 1–99 in words: `二十七`. */
export function cardinal(n: number): string {
  if (n <= 10) return DIGITS[n]!;
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : DIGITS[tens]!}十${n % 10 === 0 ? '' : DIGITS[n % 10]!}`;
}

/** A count before a classifier: 2 is `两`. */
export function countOf(n: number): string {
  return n === 2 ? '两' : cardinal(n);
}

/** 101–9999 in words: `三千零四十`. */
export function largeCardinal(n: number): string {
  let text = '';
  let zero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += `${zero ? '零' : ''}${DIGITS[digit]!}${name}`;
      zero = false;
    }
  }
  return text;
}

/** A day of the month in the old style: `初九`, `十七`, `廿四`, `三十`. */
export function dayOfMonth(day: number): string {
  if (day <= 10) return `初${cardinal(day)}`;
  return day > 20 && day < 30 ? `廿${DIGITS[day - 20]!}` : cardinal(day);
}
