import { useEffect, useRef, type RefObject } from 'react';

/** Whether what asked is still on the screen: an answer that comes later concerns it no more. */
export function useAlive(): RefObject<boolean> {
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return alive;
}
