/**
 * The watch over the team's ledger, on every screen: each new checkpoint is examined in this browser, and every entry that
 * an answer promised must appear in one. What is wrong stays on the page until it is right (lib/watch.ts says what is looked at).
 */
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { onPromises } from '@/api/promises';
import { sourceOf } from '@/features/audit/entries/queries';
import { checkpointQuery } from '@/api/queries';
import { parseCheckpoint, type Checkpoint } from '@/lib/notes';
import { examine, isGiven, readPromises, settle, type Alarm, type Promised, type Seen } from '@/lib/watch';
import { promisesOf, rememberPromises, rememberSeen, seenBefore } from './remembered';

export type Sight = {
  /** The last checkpoint that was found good here. */
  checkpoint: Checkpoint | null;
  /** What was remembered before it: the key, and the size that it was found to contain. */
  before: Seen | null;
  checkedAt: number | null;
  alarm: Alarm | null;
  /** Of a new epoch, told as an alarm: what will be relied on once it was read. */
  begun: Seen | null;
  broken: readonly Promised[];
  waiting: number;
  /** Whether this browser can check signatures at all. */
  able: boolean;
};

const NOTHING: Sight = {
  checkpoint: null,
  before: null,
  checkedAt: null,
  alarm: null,
  begun: null,
  broken: [],
  waiting: 0,
  able: true,
};
const SightContext = createContext<Sight>(NOTHING);

export const useLedgerWatch = (): Sight => use(SightContext);

const parts = <T,>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] => [
  all.filter(holds),
  all.filter((one) => !holds(one)),
];

/** One look at a checkpoint: what is seen now, given what was seen before. Throws where the server does not answer. */
async function look(jit: string, note: string, before: Sight): Promise<Sight> {
  const source = sourceOf(jit);
  const origin = parseCheckpoint(note)?.origin ?? '';
  const seen = seenBefore(origin);
  const found = await examine(note, seen, source);
  if ('alarm' in found)
    return { ...before, before: before.before ?? seen, alarm: found.alarm, begun: found.seen ?? null };
  rememberSeen(origin, found.seen);
  const [known, unknown] = parts(promisesOf(jit), ({ signature }) => checked.has(signature));
  for (const promise of unknown) if (await isGiven(promise, origin, source)) known.push(promise);
  const forged = unknown.filter((promise) => !known.includes(promise));
  for (const { signature } of known) checked.add(signature);
  const { kept, broken, waiting } = await settle(known, found.checkpoint, source, Date.now());
  // Asked for again: an answer may have come while this one was looked at.
  rememberPromises(
    jit,
    promisesOf(jit).filter(({ id }) => !kept.some((one) => one.id === id)),
  );
  return {
    checkpoint: found.checkpoint,
    before: seen,
    checkedAt: Date.now(),
    alarm: forged.length > 0 ? 'promiseSignature' : null,
    begun: null,
    broken,
    waiting: waiting.length,
    able: true,
  };
}

/** Somebody has read that a new epoch began: it is relied on from here, and the promises of the one before are over. */
export function relyOn(jit: string, begun: Seen): void {
  rememberSeen(parseCheckpoint(begun.note)?.origin ?? '', begun);
  rememberPromises(jit, []);
}

/** Signatures of promises that were found good, so that each is checked once. */
const checked = new Set<string>();

export function LedgerWatch({ jit, children }: { jit: string; children: ReactNode }) {
  const { data: note, dataUpdatedAt } = useQuery(checkpointQuery(jit));
  const [sight, setSight] = useState<Sight>(NOTHING);
  const last = useRef(NOTHING);
  const looking = useRef<Promise<void>>(Promise.resolve());

  useEffect(
    () =>
      onPromises(jit, (header, heardAt) => {
        // Its entry stands behind what was published when it was given, hence behind what was found good here.
        const size = last.current.checkpoint?.size ?? 0;
        rememberPromises(jit, [...promisesOf(jit), ...readPromises(header, size, heardAt)]);
      }),
    [jit],
  );

  useEffect(() => {
    if (note === undefined) return;
    let left = false;
    const gone = () => left;
    // One after the other: what one look remembers the next one builds on.
    looking.current = looking.current.then(async () => {
      if (gone()) return;
      try {
        last.current = await look(jit, note, last.current);
      } catch (error) {
        if (!(error instanceof DOMException) && window.isSecureContext) return; // no answer: the next checkpoint is looked at again
        last.current = { ...last.current, able: false };
      }
      if (!gone()) setSight(last.current);
    });
    return () => void (left = true);
  }, [jit, note, dataUpdatedAt]);

  return <SightContext value={sight}>{children}</SightContext>;
}
