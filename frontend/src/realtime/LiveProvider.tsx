/** The live channel of the current team: its state, recent facts, reloads that they cause, and presence. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { firstPosition } from '@/api/position';
import { keys, meQuery } from '@/api/queries';
import { Problem } from '@/api/problem';
import { bundled, forgetTaken, published, revoked, touched } from './facts';
import type { Fact, Present } from './frames';
import { makeRefresher } from './refresher';
import { touchedByTalk } from './chat';
import { follow, type Live, type LiveState, type SocketLike } from './socket';

/** `talked`: number of chat changes since the page was opened. */
type Channel = { state: LiveState; facts: readonly Fact[]; since: number; talked: number };

const LiveContext = createContext<Channel>({ state: 'connecting', facts: [], since: -1, talked: 0 });

export const useLive = (): Channel => use(LiveContext);

type Presence = { present: readonly Present[]; turn: (evidence: string | null) => void };

const PresenceContext = createContext<Presence>({ present: [], turn: () => undefined });

/** The members who are present in this team, including the user, by code. Empty without a connection. */
export const usePresence = (): readonly Present[] => use(PresenceContext).present;

/** Tells members of the own party that this exhibit is on the screen, while it is. */
export function useFocus(evidence: string): void {
  const { turn } = use(PresenceContext);
  useEffect(() => {
    turn(evidence);
    return () => turn(null);
  }, [turn, evidence]);
}

/** Number of earlier facts that are loaded for the activity panel; they cause no reloads. */
const HISTORY = 80;
const KEPT = 200;

function openSocket(jit: string, after: number): SocketLike {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new WebSocket(
    `${scheme}://${location.host}/api/jits/${jit}/stream?after=${String(after)}`,
    'liaison.v1',
  ) as SocketLike;
}

export function LiveProvider({ jit, children }: { jit: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [facts, setFacts] = useState<readonly Fact[]>([]);
  const [since, setSince] = useState(-1);
  const [talked, setTalked] = useState(0);
  const [present, setPresent] = useState<readonly Present[]>([]);
  const focus = useRef<string | null>(null);
  const line = useRef<Live | null>(null);

  useEffect(() => {
    let live: Live | null = null;
    let left = false;
    const refresher = makeRefresher(queries);
    const stillWelcome = async () => {
      try {
        const me = await queries.query({ ...meQuery(), staleTime: 0, retry: false });
        return me.seats.some((one) => one.jit.id === jit);
      } catch (error) {
        return !(error instanceof Problem && (error.status === 401 || error.status === 403));
      }
    };
    void firstPosition(jit).then((read) => {
      if (left) return;
      setSince(read);
      live = follow({
        open: (after) => openSocket(jit, after),
        after: Math.max(-1, read - HISTORY),
        onState: (now) => {
          setState(now);
          if (now !== 'live' && now !== 'connecting') setPresent([]);
        },
        onPresence: setPresent,
        onHead: () => refresher.touch(published(jit)),
        onTalk: (channel) => {
          refresher.touch(touchedByTalk(jit, channel));
          setTalked((times) => times + 1);
        },
        onExport: () => refresher.touch(bundled(jit)),
        stillWelcome,
        onBye: (reason) => {
          if (reason !== 'revoked') return;
          queries.removeQueries({ queryKey: keys.team(jit), type: 'inactive' });
          refresher.touch(revoked(jit));
        },
        onFact: (fact) => {
          if (fact.position > read) {
            forgetTaken(queries, jit, fact);
            refresher.touch(touched(jit, fact));
          }
          setFacts((all) => [fact, ...all].slice(0, KEPT));
        },
      });
      line.current = live;
      live.turn(focus.current);
    });
    const wake = () => live?.wake();
    addEventListener('online', wake);
    return () => {
      left = true;
      removeEventListener('online', wake);
      refresher.stop();
      live?.close();
      line.current = null;
      setFacts([]);
      setPresent([]);
      setState('connecting');
    };
  }, [jit, queries]);

  const channel = useMemo(() => ({ state, facts, since, talked }), [state, facts, since, talked]);
  const presence = useMemo(
    () => ({
      present,
      turn: (evidence: string | null) => {
        focus.current = evidence;
        line.current?.turn(evidence);
      },
    }),
    [present],
  );
  return (
    <LiveContext value={channel}>
      <PresenceContext value={presence}>{children}</PresenceContext>
    </LiveContext>
  );
}
