/** The sign of a sort of act: told apart by its form, its colour only helps. */
import type { MarkKind } from './chart';

const PATHS: Record<MarkKind, string> = {
  registered: 'M-5-5H5V5H-5Z',
  released: 'M-5-4L6 0L-5 4Z',
  ended: 'M-5-5L5 5M5-5L-5 5',
  opened: 'M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0Z',
  copied: 'M-4 2V-5H4V2M-5 5H5M0-4V3M-3 0L0 3L3 0',
  disclosed: 'M0-6L6 0L0 6L-6 0Z',
  handed: 'M-6 0H5M1-4L5 0L1 4',
  other: 'M-2.5 0A2.5 2.5 0 1 0 2.5 0A2.5 2.5 0 1 0-2.5 0Z',
};

export const Shape = ({ kind }: { kind: MarkKind }) => <path d={PATHS[kind]} />;
