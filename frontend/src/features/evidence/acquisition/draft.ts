/** The form of an acquisition record: values, and the request once it is complete. Pure. */
import type { AcquisitionForm, AcquisitionView, DeclaredHash } from '@/api/views';
import { isHash } from '@/lib/hashes';
import { readWallClock, wallClock } from '@/lib/zones';

const LINES = [
  'make',
  'model',
  'serial',
  'capacity',
  'seal_number',
  'write_blocker',
  'tool',
  'tool_version',
  'examiner',
  'examiner_function',
] as const;
const NEEDED: ReadonlySet<string> = new Set(['tool', 'tool_version', 'examiner']);
type Line = (typeof LINES)[number];

export type Draft = Record<Line, string> & {
  started: string;
  ended: string;
  zone: string;
  offset: string | number;
  hashes: DeclaredHash[];
  badSectors: string | number;
  errors: string;
  notes: string;
  reason: string;
};

/** From the record that is corrected, or empty. Times as they stood on the clocks of the zone. */
export function begun(former: AcquisitionView | null, zone: string): Draft {
  const there = former?.zone ?? zone;
  return {
    ...(Object.fromEntries(LINES.map((name) => [name, former?.[name] ?? ''])) as Record<Line, string>),
    started: former ? wallClock(Date.parse(former.started_at), there, 'second') : '',
    ended: former ? wallClock(Date.parse(former.ended_at), there, 'second') : '',
    zone: there,
    offset: former?.clock_offset_seconds ?? '',
    hashes: (former?.hashes ?? []).map(({ algorithm, value, of }) => ({ algorithm, value, of })),
    badSectors: former?.bad_sectors ?? '',
    errors: former?.errors ?? '',
    notes: former?.notes ?? '',
    reason: '',
  };
}

export const isMissing = (name: string, value: string) => NEEDED.has(name) && !value.trim();

/** A moment that exists once in the zone; one that exists twice or never is said in another zone, such as UTC. */
export function instant(draft: Draft, name: 'started' | 'ended'): string | null {
  const read = readWallClock(draft[name], draft.zone);
  return read.kind === 'exact' ? read.reading.instant : null;
}

export const badHashes = ({ hashes }: Draft) => hashes.flatMap((hash, at) => (isHash(hash) ? [] : [at]));

type Fault = 'register/required' | 'acquisition/badTime';

/** The error of each field that is empty or wrong. Errors of hash values: `badHashes`. */
export function faults(draft: Draft, corrects: string | null): Partial<Record<keyof Draft, Fault>> {
  const found: Partial<Record<keyof Draft, Fault>> = {};
  for (const name of LINES) if (isMissing(name, draft[name])) found[name] = 'register/required';
  for (const name of ['started', 'ended'] as const) if (!instant(draft, name)) found[name] = 'acquisition/badTime';
  if (corrects && !draft.reason.trim()) found.reason = 'register/required';
  return found;
}

const text = (value: string) => value.trim() || null;
const number = (value: string | number) => (typeof value === 'number' ? value : null);

/** The request; null while a required field is missing. */
export function toForm(draft: Draft, corrects: string | null): AcquisitionForm | null {
  const [started_at, ended_at] = [instant(draft, 'started'), instant(draft, 'ended')];
  if (!started_at || !ended_at || Object.keys(faults(draft, corrects)).length > 0) return null;
  return {
    make: text(draft.make),
    model: text(draft.model),
    serial: text(draft.serial),
    capacity: text(draft.capacity),
    seal_number: text(draft.seal_number),
    write_blocker: text(draft.write_blocker),
    tool: draft.tool.trim(),
    tool_version: draft.tool_version.trim(),
    examiner: draft.examiner.trim(),
    examiner_function: text(draft.examiner_function),
    started_at,
    ended_at,
    zone: draft.zone,
    clock_offset_seconds: number(draft.offset),
    bad_sectors: number(draft.badSectors),
    hashes: draft.hashes.map((one) => ({ ...one, value: one.value.trim() })),
    errors: text(draft.errors),
    notes: text(draft.notes),
    corrects,
    reason: corrects ? draft.reason.trim() : null,
  };
}
