/** Sizes, hashes and durations as text. Units are decimal, as on disks and in tools. */

const cache = new Map<string, Intl.NumberFormat>();

/** Cached by locale and options, because creating a formatter is expensive. */
function format(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    cache.set(key, found);
  }
  return found;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** 2.15 GB. `exactBytes` says the rest. */
export function bytes(size: number, locale: string): string {
  let power = 0;
  let value = size;
  while (value >= 1000 && power < UNITS.length - 1) {
    value /= 1000;
    power += 1;
  }
  const digits = power === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return format(locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

export function count(n: number, locale: string): string {
  return format(locale).format(n);
}

export function exactBytes(size: number, locale: string): string {
  return format(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(size);
}

export function percent(part: number, whole: number, locale: string): string {
  const share = whole > 0 ? Math.min(1, part / whole) : 0;
  // Rounded down: 100 % only with the last byte.
  const shown = share < 1 ? Math.min(share, 0.999) : 1;
  return format(locale, { style: 'percent', maximumFractionDigits: whole > 1e9 ? 1 : 0, roundingMode: 'trunc' }).format(
    shown,
  );
}

/** 1f3a9c04…8be2: both ends of a hash, which people compare. */
export function shortHash(hash: string, head = 8, tail = 4): string {
  return hash.length <= head + tail + 1 ? hash : `${hash.slice(0, head)}…${hash.slice(hash.length - tail)}`;
}

export function duration(seconds: number, locale: string): string {
  const unit = (value: number, name: string) =>
    format(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return unit(whole, 'second');
  if (whole < 3600) return `${unit(Math.floor(whole / 60), 'minute')} ${unit(whole % 60, 'second')}`;
  return `${unit(Math.floor(whole / 3600), 'hour')} ${unit(Math.floor((whole % 3600) / 60), 'minute')}`;
}

/** 12 seconds ago, 3 days ago: an age in its largest unit. */
export function age(seconds: number, locale: string): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const old = Math.max(0, Math.floor(seconds));
  if (old < 60) return relative.format(-old, 'second');
  if (old < 3600) return relative.format(-Math.floor(old / 60), 'minute');
  return old < 86_400
    ? relative.format(-Math.floor(old / 3600), 'hour')
    : relative.format(-Math.floor(old / 86_400), 'day');
}
