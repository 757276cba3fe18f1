import { useEffect, useState } from 'react';
import { originOf, type Origin } from './origins';

const NOTHING: ReadonlyMap<File, Origin | null> = new Map();

/** What the files say about their origin, as far as they are read; each file is read once. */
export function useOrigins(files: readonly File[]): ReadonlyMap<File, Origin | null> {
  const [read, setRead] = useState(NOTHING);
  useEffect(() => {
    const file = files.find((one) => !read.has(one));
    if (!file) return;
    const effect = { over: false };
    void originOf(file).then((origin) => {
      // The next file follows with the next state.
      if (!effect.over) setRead((before) => new Map(before).set(file, origin));
    });
    return () => {
      effect.over = true;
    };
  }, [files, read]);
  return read;
}
