import { computed } from '@preact/signals';
import { language } from './language.ts';

// Making a formatter takes far longer than using it, and a page has thousands of numbers.
const numbers = computed(() => new Intl.NumberFormat(language.value));

/** Numbers as people of the page's language write them. */
export const count = (value: number): string => numbers.value.format(value);

/** `1.2M`, `34k`; in Chinese 万 and 亿. */
export function compact(value: number): string {
  return value.toLocaleString(language.value, { notation: 'compact', maximumFractionDigits: 1 });
}

/** Dollars, with more digits where the amount is small. */
export function usd(value: number): string {
  const digits = value === 0 || value >= 1 ? 2 : 4;
  return value.toLocaleString(language.value, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
}

/** A score 0–1 as 0–100 with one digit; `–` when there is none. */
export const percent = (share: number | null | undefined, digits = 1): string => (share == null ? '–' : (100 * share).toFixed(digits));

/** `850 ms`, `12.3 s`, `4 min 05 s`, `2 h 10 min`. */
export function duration(ms: number | null | undefined): string {
  if (ms == null) return '–';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min ${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A moment, in the time zone of the reader. */
export const moment = (iso: string): string =>
  new Date(iso).toLocaleString(language.value, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

/** The day of a moment, and its time of day, as {@link moment} has them. */
export const day = (iso: string): string =>
  new Date(iso).toLocaleDateString(language.value, { year: 'numeric', month: 'short', day: 'numeric' });
export const timeOfDay = (iso: string): string => new Date(iso).toLocaleTimeString(language.value, { hour: '2-digit', minute: '2-digit' });
