/**
 * Whether somebody is at the page. What an unattended page reads by itself (a fact arrived, the network is back) says so to
 * the server, where it does not keep the session alive: a page left open ends like one that was closed.
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
