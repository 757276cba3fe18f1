/** A failed or refused request (RFC 9457) as an error class with the data that screens need. */

/** `code`: of a rule of the server that screens know, for example that a value can be confirmed. */
export type FieldProblem = { field: string; message: string; code?: string };

export class Problem extends Error {
  constructor(
    /** 0 if there was no response. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfterSeconds: number | null = null,
    /** The whole problem document; that of a stale write contains the current state. */
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

/** Without a response, a read has changed nothing, but a write may have been done. */
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

/** Returns whether the object changed since the user saw it. */
export const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412;

/** Returns whether the server was not reached or is unavailable. The request can be repeated with the same key. */
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
