/**
 * Watches the ledger of the team on every screen: checks each new checkpoint in this browser, and that promised entries
 * appear in one. Errors stay visible until they are resolved (checks: lib/watch.ts).
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
  /** The last valid checkpoint in this browser. */
  checkpoint: Checkpoint | null;
  /** The state stored before it: the key, and the size that it contains. */
  before: Seen | null;
  checkedAt: number | null;
  alarm: Alarm | null;
  /** For a new epoch, shown as an alarm: the state to store once the user has confirmed. */
  begun: Seen | null;
  broken: readonly Promised[];
  waiting: number;
  /** Whether this browser can verify signatures. */
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

/** Checks a checkpoint once, given the former state. Throws if the server does not answer. */
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
  // Loaded again, because a promise may have come during the check.
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

/** The user has confirmed the new epoch: its state is stored, and promises of the former epoch are dropped. */
export function relyOn(jit: string, begun: Seen): void {
  rememberSeen(parseCheckpoint(begun.note)?.origin ?? '', begun);
  rememberPromises(jit, []);
}

/** Verified signatures of promises, so that each is verified once. */
const checked = new Set<string>();

export function LedgerWatch({ jit, children }: { jit: string; children: ReactNode }) {
  const { data: note, dataUpdatedAt } = useQuery(checkpointQuery(jit));
  const [sight, setSight] = useState<Sight>(NOTHING);
  const last = useRef(NOTHING);
  const looking = useRef<Promise<void>>(Promise.resolve());

  useEffect(
    () =>
      onPromises(jit, (header, heardAt) => {
        // The promised entry comes after everything published at that time, so also after the last valid checkpoint.
        const size = last.current.checkpoint?.size ?? 0;
        rememberPromises(jit, [...promisesOf(jit), ...readPromises(header, size, heardAt)]);
      }),
    [jit],
  );

  useEffect(() => {
    if (note === undefined) return;
    let left = false;
    const gone = () => left;
    // One after the other, because each check uses the state of the former.
    looking.current = looking.current.then(async () => {
      if (gone()) return;
      try {
        last.current = await look(jit, note, last.current);
      } catch (error) {
        if (!(error instanceof DOMException) && window.isSecureContext) return; // No answer: the next checkpoint is checked.
        last.current = { ...last.current, able: false };
      }
      if (!gone()) setSight(last.current);
    });
    return () => void (left = true);
  }, [jit, note, dataUpdatedAt]);

  return <SightContext value={sight}>{children}</SightContext>;
}
