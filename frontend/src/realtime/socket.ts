/**
 * One live channel with resume: it remembers the last position it has seen, takes it up there after every break, and
 * gives each fact once and in order. Here: transport only. What a fact means is facts.ts's business.
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
  /** Permissions changed or the connection was refused: true when somebody is still signed in. */
  stillWelcome: () => Promise<boolean>;
  onBye?: (reason: ByeReason) => void;
  /** A checkpoint was published whose last position this is; every fact that it covers was told before. */
  onHead?: (position: number) => void;
  onPresence?: (present: readonly Present[]) => void;
  /** Something was said in this channel; without one: what was said while there was no connection is not told. */
  onTalk?: (channel?: string) => void;
  /** A bundle of one's own is further or has ended, or may have while there was no connection. */
  onExport?: () => void;
  random?: () => number;
};

/** The server pings every 20 s; longer silence means a dead line. */
const SILENCE = 45_000;

export type Live = {
  close: () => void;
  position: () => number;
  wake: () => void;
  /** Say which exhibit is looked at, or none; said again after each break. */
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
        // A socket lives ten minutes and is told to come back; a slow or revoked one waits its turn.
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
    /** The network is back: do not wait for the timer. */
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
