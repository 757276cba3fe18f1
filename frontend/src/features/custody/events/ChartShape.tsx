/** The sign of a kind of event, told apart by its form. */
import type { MarkKind } from './chart';

const PATHS: Record<MarkKind, string> = {
  physical: 'M0-6L6 0L0 6L-6 0Z',
  registered: 'M-5-5H5V5H-5Z',
  shared: 'M-5-5L6 0L-5 5Z',
  ended: 'M-5-5L5 5M5-5L-5 5',
  viewed: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z',
  downloaded: 'M-6 0A6 6 0 1 0 6 0A6 6 0 1 0-6 0ZM0-3.5V2.5M-2.5 0.5L0 3L2.5 0.5',
  disclosed: 'M-5 5V-5L5-5V5L0 1Z',
  other: 'M-2.5 0A2.5 2.5 0 1 0 2.5 0A2.5 2.5 0 1 0-2.5 0Z',
};

export const Shape = ({ kind }: { kind: MarkKind }) => <path d={PATHS[kind]} />;
