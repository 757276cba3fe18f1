/** The meaning of an upload's error: whether to retry, and the text to show. Pure. */

export type Outcome = 'again' | 'hash_differs' | 'signedOut' | 'expired' | 'quota' | 'full' | 'refused' | 'no-answer';

/** `status` is 0 when no answer came. A declared hash that differs is final: sending the same bytes again changes nothing. */
export function outcome(status: number, body: string): { outcome: Outcome; code: string; detail: string } {
  const { code, detail } = read(body);
  return { outcome: meaning(status, code), code, detail };
}

/** Conflicts that asking again does not cure. */
const FINAL: ReadonlySet<string> = new Set(['withdrawn', 'complete']);

function meaning(status: number, code: string): Outcome {
  if (status === 0) return 'no-answer';
  if (code === 'declared-hash-differs') return 'hash_differs';
  if (status === 401) return 'signedOut';
  if (status === 410) return 'expired';
  // Neither is cured by asking again at once: somebody has to make room first.
  if (status === 507) return code === 'quota-reached' ? 'quota' : 'full';
  if (FINAL.has(code)) return 'refused';
  // 409: the offset moved (another tab, a cut); 423: the lock of a request that is still ending; 460: a damaged chunk.
  if (status === 409 || status === 423 || status === 429 || status === 460 || status >= 500) return 'again';
  return 'refused';
}

function read(body: string): { code: string; detail: string } {
  try {
    const document = JSON.parse(body) as { code?: string; detail?: string; title?: string };
    return { code: document.code ?? '', detail: document.detail ?? document.title ?? '' };
  } catch {
    return { code: '', detail: '' };
  }
}

/** Few large requests, and never more than 10,000 for a file. */
export function chunkSize(size: number): number {
  return Math.max(64 * 1024 * 1024, Math.ceil(size / 9000));
}
