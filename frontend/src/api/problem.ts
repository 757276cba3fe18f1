/** What a refused or failed request says (RFC 9457), as one error class with what a screen needs to help. */

export type FieldProblem = { field: string; message: string };

export class Problem extends Error {
  constructor(
    /** 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfterSeconds: number | null = null,
    /** The whole document: a stale write answers with the current state. */
    readonly document: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  return {};
}

/** Without an answer it is known of a read that nothing was changed; of a write it is not known whether it was done. */
export function problemFrom(error: unknown, response: Response | undefined, method = 'GET'): Problem {
  if (error instanceof Problem) return error;
  if (!response)
    return new Problem(
      0,
      method === 'GET' ? 'no-answer' : 'unknown-outcome',
      error instanceof Error ? error.message : '',
    );
  let document = record(error);
  if (typeof error === 'string') {
    try {
      document = record(JSON.parse(error));
    } catch {
      document = {};
    }
  }
  const text = (name: string) => (typeof document[name] === 'string' ? document[name] : '');
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    text('code') || `http-${String(response.status)}`,
    text('detail') || text('title'),
    Array.isArray(document['errors']) ? (document['errors'] as FieldProblem[]) : [],
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    document,
  );
}

/** Somebody changed it since it was read. */
export const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412;

/** The server was not reached, or could not take it now: nothing was judged of what was sent, and it is sent again under the same key. */
export function neverJudged({ status, code }: Pick<Problem, 'status' | 'code'>): boolean {
  return (
    status === 0 ||
    status === 408 ||
    status === 423 ||
    status === 425 ||
    status === 429 ||
    (status >= 500 && status !== 507) ||
    code === 'foreign-origin'
  );
}
