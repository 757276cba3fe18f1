/**
 * A live channel that resumes: it keeps the last position, continues there after every interruption, and delivers each
 * fact once and in order. Only transport; facts.ts interprets facts.
 */
import { backoff } from './backoff';
import { readFrame, type ByeReason, type Fact, type Present } from './frames';

export type LiveState = 'connecting' | 'live' | 'waiting' | 'offline' | 'ended';

export type SocketLike = {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(data: string): void;
  close(): void;
};

export type Options = {
  open: (after: number) => SocketLike;
  after: number;
  onFact: (fact: Fact) => void;
  onState: (state: LiveState) => void;
  /** Called after permissions changed or the connection was refused; returns whether the user is still signed in. */
  stillWelcome: () => Promise<boolean>;
  onBye?: (reason: ByeReason) => void;
  /** A checkpoint was published up to this position; all its facts were delivered before. */
  onHead?: (position: number) => void;
  onPresence?: (present: readonly Present[]) => void;
  /** A channel changed; without a channel: any may have changed while there was no connection. */
  onTalk?: (channel?: string) => void;
  /** An own export package made progress or ended, or may have while there was no connection. */
  onExport?: () => void;
  random?: () => number;
};

/** The server pings every 20 s; longer silence means a broken connection. */
const SILENCE = 45_000;

export type Live = {
  close: () => void;
  position: () => number;
  wake: () => void;
  /** Reports the exhibit on the screen, or none; repeated after each interruption. */
  turn: (evidence: string | null) => void;
};

export function follow(options: Options): Live {
  const random = options.random ?? Math.random;
  let after = options.after;
  let attempt = 0;
  let socket: SocketLike | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let soon = false;
  let welcomed = false;
  let focus: string | null = null;

  const sayFocus = () =>
    socket?.send(JSON.stringify({ type: 'focus', subject: focus === null ? null : { evidence: focus } }));
  const tell = (state: LiveState) => {
    if (!closed) options.onState(state);
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket?.close(), SILENCE);
  };

  const receive = (data: unknown) => {
    const frame = readFrame(data);
    listen();
    if (!frame) return;
    switch (frame.type) {
      case 'welcome':
        attempt = 0;
        welcomed = true;
        tell('live');
        options.onPresence?.(frame.present);
        options.onTalk?.();
        options.onExport?.();
        if (focus !== null) sayFocus();
        break;
      case 'ping':
        socket?.send('{"type":"pong"}');
        break;
      case 'fact':
        if (frame.position <= after) break;
        after = frame.position;
        options.onFact(frame);
        break;
      case 'bye':
        after = Math.max(after, frame.resume_after);
        // The server ends each socket after ten minutes and the client reconnects at once; after `slow` or `revoked` it
        // waits.
        soon = frame.reason === 'expired';
        options.onBye?.(frame.reason);
        break;
      case 'head':
        after = Math.max(after, frame.position);
        options.onHead?.(frame.position);
        break;
      case 'talk':
        options.onTalk?.(frame.channel);
        break;
      case 'export':
        options.onExport?.();
        break;
      case 'presence':
        options.onPresence?.(frame.present);
        break;
    }
  };

  const again = async () => {
    clearTimeout(silence);
    socket = null;
    welcomed = false;
    if (closed) return;
    tell(navigator.onLine ? 'waiting' : 'offline');
    if (navigator.onLine && !soon && !(await options.stillWelcome())) {
      tell('ended');
      closed = true;
      return;
    }
    const wait = soon ? 0 : backoff(attempt, random());
    attempt += 1;
    soon = false;
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
  };

  function connect() {
    if (closed || socket) return;
    tell('connecting');
    const opened = options.open(after);
    socket = opened;
    opened.onopen = listen;
    opened.onmessage = (event) => {
      if (socket === opened) receive(event.data);
    };
    opened.onclose = () => {
      if (socket === opened) void again();
    };
    listen();
  }

  connect();
  return {
    position: () => after,
    /** The network is back: connects without waiting for the timer. */
    wake: () => {
      if (socket || closed) return;
      clearTimeout(timer);
      attempt = 0;
      connect();
    },
    turn: (evidence) => {
      if (focus === evidence) return;
      focus = evidence;
      if (welcomed) sayFocus();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      clearTimeout(silence);
      socket?.close();
      socket = null;
    },
  };
}
