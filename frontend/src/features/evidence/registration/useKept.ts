/**
 * A registration that is being entered, stored on this device with each change, so that it survives a reload. It goes when it is
 * sent or discarded, and with the other records when the user signs out. Files are not stored.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { begin, getJson, putJson, remove } from '@/api/outbox/records';
import { ownerId } from '@/api/owner';
import { useTeam } from '@/api/team';

/** Pause of typing after which what is entered is stored. */
export const PAUSE_MS = 400;

type Stored<T> = { by: string | null; at: string; value: T };
export type Kept<T> = {
  /** What was entered before, and when, until it is taken or dropped. */
  found: { at: string; value: T } | null;
  /** What was found is continued, and no longer offered. */
  take: () => void;
  keep: (value: T) => void;
  /** Removes what was found; what is entered now is kept. */
  forget: () => void;
  /** Removes it, and keeps nothing more. */
  drop: () => void;
};

/** `name`: the form; without one, nothing is kept. */
export function useKept<T>(name: string | null): Kept<T> {
  const { jit } = useTeam();
  const [found, setFound] = useState<Kept<T>['found']>(null);
  /** One after the other: what was entered last stays, and what is dropped does not come back. */
  const written = useRef(Promise.resolve());
  const ended = useRef(false);
  const id = name === null ? null : `${name}/${jit.id}`;
  useEffect(() => {
    if (id === null) return;
    const effect = { over: false };
    begin();
    void getJson<Stored<T>>('notes', id)
      .then((stored) => {
        if (stored && stored.by === ownerId() && !effect.over) setFound(stored);
      })
      // Without storage, nothing is kept.
      .catch(() => undefined);
    return () => {
      effect.over = true;
    };
  }, [id]);
  const after = useCallback((write: () => Promise<void>) => {
    written.current = written.current.then(write).catch(() => undefined);
  }, []);
  const keep = useCallback(
    (value: T) => {
      if (id === null || ended.current) return;
      const stored: Stored<T> = { by: ownerId(), at: new Date().toISOString(), value };
      after(() => putJson('notes', id, stored));
    },
    [id, after],
  );
  const forget = useCallback(() => {
    setFound(null);
    if (id !== null) after(() => remove('notes', id));
  }, [id, after]);
  const drop = useCallback(() => {
    ended.current = true;
    forget();
  }, [forget]);
  const take = useCallback(() => setFound(null), []);
  return { found, take, keep, forget, drop };
}
