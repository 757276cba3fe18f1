/** A release that is being edited: its fields, their errors, and the form for the server. Pure. */
import type { Level, Purpose, ReleaseForm, ReleaseView, Tlp } from '@/api/views';
import { readWallClock, wallClock } from '@/lib/zones';

export type Draft = {
  level: Level | 'none';
  authorities: string[];
  seats: string[];
  /** Local time in the editor's zone, as in a datetime-local input; empty: none. */
  from: string;
  until: string;
  purposes: Purpose[];
  basis: string;
};

export const EMPTY: Draft = { level: 'none', authorities: [], seats: [], from: '', until: '', purposes: [], basis: '' };

export function draftOf(release: ReleaseView | null, zone: string): Draft {
  if (!release) return EMPTY;
  const local = (at: string | null) => (at ? wallClock(Date.parse(at), zone) : '');
  return {
    level: release.level,
    authorities: release.authorities ?? [],
    seats: release.seats ?? [],
    from: local(release.not_before),
    until: local(release.until),
    purposes: (release.purposes ?? []) as Purpose[],
    // A release that rests on a consent becomes a decision of its own when it is edited.
    basis: release.basis?.startsWith('consent:') ? '' : (release.basis ?? ''),
  };
}

/** Returns the instant of a local time, of an ambiguous one the earlier; null if it is empty or does not exist. */
export function instantOf(local: string, zone: string): string | null {
  const read = readWallClock(local, zone);
  if (read.kind === 'exact') return read.reading.instant;
  return read.kind === 'ambiguous' ? read.readings[0].instant : null;
}

export type DraftProblem = 'redNeedsSeats' | 'strictNeedsOne' | 'untilBeforeFrom' | 'pastUntil' | 'gap';

export function problemsOf(
  draft: Draft,
  tlp: Tlp,
  zone: string,
  now: number,
): Partial<Record<'seats' | 'authorities' | 'from' | 'until', DraftProblem>> {
  if (draft.level === 'none') return {};
  const found: ReturnType<typeof problemsOf> = {};
  if (tlp === 'RED' && draft.seats.length === 0) found.seats = 'redNeedsSeats';
  if (tlp === 'AMBER_STRICT' && draft.authorities.length !== 1) found.authorities = 'strictNeedsOne';
  const from = instantOf(draft.from, zone);
  const until = instantOf(draft.until, zone);
  if (draft.from && !from) found.from = 'gap';
  if (draft.until && !until) found.until = 'gap';
  else if (until && Date.parse(until) <= now) found.until = 'pastUntil';
  else if (from && until && Date.parse(until) <= Date.parse(from)) found.until = 'untilBeforeFrom';
  return found;
}

const orNull = <T>(values: T[]) => (values.length > 0 ? values : null);

export function formOf(draft: Draft, zone: string): ReleaseForm | null {
  if (draft.level === 'none') return null;
  return {
    level: draft.level,
    authorities: orNull(draft.authorities),
    seats: orNull(draft.seats),
    not_before: instantOf(draft.from, zone),
    until: instantOf(draft.until, zone),
    purposes: orNull(draft.purposes),
    basis: draft.basis.trim() || null,
  };
}

const RANK = { none: 0, listed: 1, readable: 2, held: 3 };

export type Change = 'nothing' | 'start' | 'raise' | 'lower' | 'conditions' | 'end';

export function changeOf(before: Draft, after: Draft): Change {
  if (before.level === 'none' && after.level === 'none') return 'nothing';
  if (before.level === 'none') return 'start';
  if (after.level === 'none') return 'end';
  if (RANK[after.level] !== RANK[before.level]) return RANK[after.level] > RANK[before.level] ? 'raise' : 'lower';
  const plain = (draft: Draft) =>
    JSON.stringify([
      [...draft.seats].sort(),
      [...draft.authorities].sort(),
      [...draft.purposes].sort(),
      draft.from,
      draft.until,
      draft.basis.trim(),
    ]);
  return plain(before) === plain(after) ? 'nothing' : 'conditions';
}
