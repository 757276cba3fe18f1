/** A file that is uploaded from this page: request, state and progress. */
import type { Meter } from './speed';

export type State =
  | 'waiting'
  | 'starting'
  | 'sending'
  | 'paused'
  | 'retrying'
  | 'done'
  | 'hash_differs'
  | 'refused'
  | 'signedOut'
  | 'expired'
  | 'quota'
  | 'full'
  | 'failed'
  | 'cancelled';

export type Asked = {
  jit: string;
  evidence: string;
  number: string;
  file: File;
  /** With its path, for a file of a folder. */ name?: string;
  expected: string | null;
  continues?: string;
};
export type Upload = Omit<Asked, 'file'> & {
  key: string;
  name: string;
  size: number;
  state: State;
  sent: number;
  meter: Meter | null;
  code: string;
  detail: string;
  fileId: string | null;
  anew: boolean;
};
