import { visible } from '@/lib/visible';

/** A file's name as its sender wrote it: nothing in it is hidden, and none of its letters turns around what stands beside it. */
export function FileName({ children }: { children: string }) {
  return <bdi>{visible(children)}</bdi>;
}
