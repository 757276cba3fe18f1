/** The period that the chart shows and that filters the table: zooming, moving, presets and the ticks of its axis. Pure. */
import { offsetAt } from '@/lib/zones';

export type Range = { from: number; until: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The shortest period that is shown. */
export const SHORTEST = 10_000;

export const length = ({ from, until }: Range): number => until - from;

/** A period within the whole, at least as long as the shortest one; `null`: all of it. */
export function within(range: Range, whole: Range): Range | null {
  const long = Math.max(length(range), SHORTEST);
  if (long >= length(whole)) return null;
  const from = Math.min(Math.max(range.from, whole.from), whole.until - long);
  return { from, until: from + long };
}

/** `factor` below 1 shows a shorter period. `around`: the moment that keeps its place. */
export function zoomed(
  range: Range,
  whole: Range,
  factor: number,
  around = (range.from + range.until) / 2,
): Range | null {
  const share = (around - range.from) / length(range);
  const long = Math.max(length(range) * factor, SHORTEST);
  return within({ from: around - long * share, until: around + long * (1 - share) }, whole);
}

/** `share`: of the period that is shown; negative to earlier. */
export function moved(range: Range, whole: Range, share: number): Range | null {
  const by = length(range) * share;
  return within({ from: range.from + by, until: range.until + by }, whole);
}

/** The day on which a moment lies, in a zone. */
export function dayOf(at: number, zone: string): Range {
  const offset = offsetAt(at, zone);
  const from = Math.floor((at + offset) / DAY) * DAY - offset;
  return { from, until: from + DAY };
}

const STEPS = [
  ...[2, 5, 10, 30].map((one) => one * 1000),
  ...[1, 5, 15, 30, 60, 180, 360, 720].map((one) => one * MINUTE),
  ...[1, 2, 7, 14, 30, 91, 182, 365].map((one) => one * DAY),
];

/** Round moments in a zone, at most so many, and the unit between them. */
export function ticks(range: Range, most: number, zone: string): { unit: 'second' | 'minute' | 'day'; at: number[] } {
  const step = STEPS.find((one) => length(range) / one <= most) ?? length(range);
  const offset = offsetAt(range.from, zone);
  const first = Math.ceil((range.from + offset) / step) * step - offset;
  const many = Math.max(Math.floor((range.until - first) / step) + 1, 0);
  const unit = step >= DAY ? 'day' : step >= MINUTE ? 'minute' : 'second';
  return { unit, at: Array.from({ length: many }, (_, n) => first + n * step) };
}
