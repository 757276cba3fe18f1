/** When an outbox is sent: at once where there is a network, again by itself when there is one; and by one window at a time. */

export type Sender = {
  /** Tries now, unless this or another window is trying. */
  send: () => Promise<void>;
  /** Tries now, and soon again: something changed since the last failure. */
  retry: () => Promise<void>;
  stop: () => void;
  /** Tries whenever the network or the reader comes back, until the returned function is called. */
  follow: () => () => void;
};

/** `attempt` sends what it can; whether something is left to be sent later. `pauses` in milliseconds, the last one repeated. */
export function makeSender(
  lock: string,
  pauses: readonly [number, ...number[]],
  attempt: () => Promise<'done' | 'later'>,
): Sender {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after = (pause: number | undefined) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), pause);
  };

  async function send(): Promise<void> {
    clearTimeout(timer);
    await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
      if (!held) {
        after(pauses[0]);
        return;
      }
      if ((await attempt()) === 'done') {
        failures = 0;
        return;
      }
      after(pauses[Math.min(failures, pauses.length - 1)]);
      failures += 1;
    });
  }

  const retry = () => {
    failures = 0;
    return send();
  };
  const stop = () => clearTimeout(timer);
  return {
    send,
    retry,
    stop,
    follow: () => {
      const back = () => void retry();
      const seen = () => {
        if (document.visibilityState === 'visible') back();
      };
      addEventListener('online', back);
      document.addEventListener('visibilitychange', seen);
      return () => {
        stop();
        removeEventListener('online', back);
        document.removeEventListener('visibilitychange', seen);
      };
    },
  };
}
