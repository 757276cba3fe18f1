/**
 * Whether a user is active at the page. Requests that an unattended page makes by itself tell the server so, and do not
 * keep the session alive.
 */
const AWAY_MS = 60_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let last = Date.now();

for (const input of INPUTS)
  addEventListener(
    input,
    () => {
      last = Date.now();
    },
    { capture: true, passive: true },
  );

export const attended = (): boolean => Date.now() - last < AWAY_MS;

export const UNATTENDED = 'Liaison-Unattended';
