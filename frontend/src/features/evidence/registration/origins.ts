/**
 * What a file says about its own origin, read in the browser: a photograph (EXIF), an e-mail (Date header) or the log of an
 * acquisition. It is proposed to the user and never entered by itself. Dates of PDF and office files tell when the document was
 * made, not when it was obtained, and are not read.
 */
import { showTyped } from '@/lib/typedDates';
import { readWallClock, wallClock } from '@/lib/zones';

/** `at`: a local time, with seconds. `offset`: as the file states it, such as "+01:00"; null: the file names no zone. */
export type Origin = {
  file: string;
  source: 'photograph' | 'email' | 'acquisition';
  at: string;
  offset: string | null;
  by: string | null;
};

const PHOTOGRAPHS = /\.(jpe?g|heic|heif|tiff?|png|webp|avif)$/i;
const EMAILS = /\.eml$/i;
const LOGS = /\.(txt|info|log)$/i;
/** Headers of a file are at its beginning; a larger part is not read. */
const MOST = 1024 * 1024;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The zones that RFC 5322, section 4.3, defines. */
const NAMED: Record<string, string> = {
  ...{ UT: '+00:00', GMT: '+00:00', UTC: '+00:00', Z: '+00:00' },
  ...{ EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
};

/** What the file says, or null if it says nothing that can be read. */
export async function originOf(file: File): Promise<Origin | null> {
  const found = PHOTOGRAPHS.test(file.name)
    ? await photograph(file)
    : EMAILS.test(file.name)
      ? email(await beginning(file))
      : LOGS.test(file.name)
        ? acquisition(await beginning(file))
        : null;
  return found ? { by: null, ...found, file: file.name } : null;
}

const beginning = async (file: File) => {
  const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer());
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
};

type Found = Pick<Origin, 'source' | 'at' | 'offset'> & { by?: string | null };

async function photograph(file: File): Promise<Found | null> {
  const { load } = (await import('exifreader')).default;
  try {
    const tags = load(await file.slice(0, MOST).arrayBuffer());
    const text = (name: 'DateTimeOriginal' | 'DateTime' | 'OffsetTimeOriginal' | 'OffsetTime') =>
      (tags[name]?.description ?? '').trim();
    const at = timeOf(text('DateTimeOriginal'));
    if (!at) return null;
    // OffsetTime belongs to the time of the last change, and counts only where that is the same time.
    const offset =
      text('OffsetTimeOriginal') || (text('DateTime') === text('DateTimeOriginal') ? text('OffsetTime') : '');
    return { source: 'photograph', at, offset: offsetOf(offset) };
  } catch {
    return null; // No such picture, or a damaged one: nothing is proposed.
  }
}

function email(text: string): Found | null {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const date = /^date:(.*)$/im.exec(head.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? '';
  const parts = /(\d{1,2}) +([a-z]{3})[a-z]* +(\d{4}) +(\d{1,2}):(\d{2})(?::(\d{2}))? *(\S*)/i.exec(date);
  if (!parts) return null;
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', zone = ''] = parts;
  const at = assembled(year, month, day, `${hour}:${minute}:${second}`);
  return at ? { source: 'email', at, offset: offsetOf(zone) } : null;
}

/** The logs of FTK Imager, Guymager and ewfacquire: a local time of the computer, without a zone. */
function acquisition(text: string): Found | null {
  const value = (name: string) =>
    new RegExp(`^[ \\t]*${name}[ \\t]*:[ \\t]*(\\S.*?)[ \\t]*$`, 'im').exec(text)?.[1] ?? '';
  const at = timeOf(value('Acqui(?:sition|ry) started(?: at)?'));
  return at ? { source: 'acquisition', at, offset: null, by: value('Examiner(?: name)?').slice(0, 300) || null } : null;
}

/** "2026:11-30 10:15:22" with any separators, "Mon Nov 30 10:15:22 2026" and "Nov 30, 2026 10:15:22" as a local time. */
function timeOf(text: string): string | null {
  const plain = /^(\d{4})[:/-](\d{2})[:/-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text);
  if (plain) return assembled(plain[1] ?? '', plain[2] ?? '', plain[3] ?? '', plain[4] ?? '');
  const asctime = /^[a-z]{3},? ([a-z]{3}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})$/i.exec(text);
  if (asctime) return assembled(asctime[4] ?? '', asctime[1] ?? '', asctime[2] ?? '', asctime[3] ?? '');
  const comma = /^([a-z]{3}) (\d{1,2}), (\d{4}) (\d{2}:\d{2}:\d{2})/i.exec(text);
  return comma ? assembled(comma[3] ?? '', comma[1] ?? '', comma[2] ?? '', comma[4] ?? '') : null;
}

/** A local time of the parts, or null if there is no such time. `month`: a number or the first letters of its name. */
function assembled(year: string, month: string, day: string, time: string): string | null {
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const two = (text: string) => text.padStart(2, '0');
  const clock = time.split(':').map(two).join(':');
  const at = `${year}-${two(String(number))}-${two(day)}T${clock}`;
  const read = Date.parse(`${at}Z`);
  return Number.isNaN(read) || new Date(read).toISOString().slice(0, 19) !== at ? null : at;
}

function offsetOf(text: string): string | null {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(text.trim());
  return parts ? `${parts[1] ?? ''}${parts[2] ?? ''}:${parts[3] ?? ''}` : (NAMED[text.trim().toUpperCase()] ?? null);
}

/**
 * The proposed time as a form holds it: on the clock of the zone, or as the file states it where it names no zone. `reading`: which
 * one of a time that occurred twice.
 */
export function momentOf({ at, offset }: Origin, zone: string): { acquired_at: string; reading: 0 | 1 | null } {
  if (offset === null) return { acquired_at: at, reading: null };
  const instant = Date.parse(`${at}${offset}`);
  const local = wallClock(instant, zone, 'second');
  const read = readWallClock(local, zone);
  if (read.kind !== 'ambiguous') return { acquired_at: local, reading: null };
  return { acquired_at: local, reading: Date.parse(read.readings[0].instant) === instant ? 0 : 1 };
}

/** The proposed time as the file states it: "30/11/2026 10:15:22 UTC+01:00". `noZone`: the words for a time without a zone. */
export const originTime = ({ at, offset }: Origin, noZone: string): string =>
  `${showTyped(at)} ${offset === null ? noZone : `UTC${offset}`}`;
