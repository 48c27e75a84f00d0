const DAY_MS = 86_400_000;
/** Prices change about twice a year. */
const FRESH_DAYS = 180;

/** `Prices of 2025-11-01: a year old, check them or give --prices.` Undefined: they are fresh, or not from the list. */
export function priceAge(known: { readonly asOf?: string } | undefined, now: Date): string | undefined {
  if (known?.asOf === undefined) return undefined;
  const days = Math.floor((now.getTime() - Date.parse(known.asOf)) / DAY_MS);
  return days <= FRESH_DAYS ? undefined : `Prices of ${known.asOf}: ${ageShown(days)} old, check them or give --prices.`;
}

function ageShown(days: number): string {
  const months = Math.round(days / 30.44);
  if (months < 12) return `${months} months`;
  const years = Math.round(months / 12);
  return years === 1 ? 'a year' : `${years} years`;
}
