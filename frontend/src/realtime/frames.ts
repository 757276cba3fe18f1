/** Reads the frames of the live channel strictly: unknown or malformed frames are ignored. */

import type { FactKind } from './kinds';

export type Fact = {
  position: number;
  /** A newer server can send kinds that this page does not know. */
  kind: FactKind | (string & {});
  subject: {
    evidence?: string;
    task?: string;
    notice?: string;
    request?: string;
    item?: string;
    channel?: string;
    message?: string;
    operation?: string;
    action?: string;
    consent?: string;
    file?: string;
    export?: string;
    copy?: string;
    disclosure?: string;
    handover?: string;
    member?: string;
    working_session?: string;
    alert?: string;
    digest?: string;
    emergency?: string;
    party?: string;
    jit?: string;
    sheet?: string;
  };
  seat: string;
  party: string | null;
  at: string;
};

/**
 * A present member. `focus`: the exhibit on the screen, sent only within the own party and for exhibits that the user
 * may see.
 */
export type Present = { seat: string; party: string | null; since: string; focus: { evidence: string } | null };

export type ByeReason = 'revoked' | 'slow' | 'expired' | 'restart';

export type Frame =
  | { type: 'welcome'; head: number; seat: string; present: readonly Present[] }
  | ({ type: 'fact' } & Fact)
  | { type: 'head'; position: number }
  /** A message was sent, corrected, deleted, translated or erased in this channel; sent once to its members. */
  | { type: 'talk'; channel: string }
  /** An export package of this member made progress or ended; sent to this member only. */
  | { type: 'export'; export: string }
  | { type: 'ping' }
  | { type: 'presence'; present: readonly Present[] }
  | { type: 'bye'; reason: ByeReason; resume_after: number };

const POSITIONED = new Set(['fact', 'head']);
const PEOPLED = new Set(['welcome', 'presence']);
const KNOWN = new Set(['welcome', 'fact', 'head', 'talk', 'export', 'ping', 'presence', 'bye']);

export function readFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame = JSON.parse(data) as {
      type?: unknown;
      position?: unknown;
      present?: unknown;
      channel?: unknown;
      export?: unknown;
    };
    if (typeof frame.type !== 'string' || !KNOWN.has(frame.type)) return null;
    if (POSITIONED.has(frame.type) && !Number.isSafeInteger(frame.position)) return null;
    if (PEOPLED.has(frame.type) && !Array.isArray(frame.present)) return null;
    if (frame.type === 'talk' && typeof frame.channel !== 'string') return null;
    if (frame.type === 'export' && typeof frame.export !== 'string') return null;
    return frame as Frame;
  } catch {
    return null;
  }
}
