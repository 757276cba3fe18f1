import { visible } from '@/lib/visible';

/** A file name as its sender wrote it, with hidden characters shown and its text direction isolated. */
export function FileName({ children }: { children: string }) {
  return <bdi>{visible(children)}</bdi>;
}
