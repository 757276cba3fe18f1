/** A line of the access log as text: request, outcome and exhibit. Pure. */
import type { Answer } from '@/api/generated/types.gen';
import type { AccessLineView } from '@/api/views';

/** Returns the key of the text of a request: `GET evidence {evidence} custody`, the route without slashes. */
export function askedKey({ method, route }: Pick<AccessLineView, 'method' | 'route'>): string {
  const below = route
    .replace(/^\/api\/jits\/\{jit\}/, '')
    .replaceAll(/:path\}/g, '}')
    .split('/')
    .filter(Boolean)
    .join(' ');
  return `${method} ${below}`.trim();
}

/** The server's classes of outcomes, as in its filter. */
export function answerOf(outcome: number): Answer {
  if (outcome === 0 || outcome >= 500) return 'failed';
  if (outcome < 400) return 'given';
  if (outcome === 401 || outcome === 403) return 'refused';
  return outcome === 404 || outcome === 410 ? 'absent' : 'faulty';
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns the exhibit of a request; null if its place in the path contains no id. */
export function exhibitOf({ ids }: Pick<AccessLineView, 'ids'>): string | null {
  const { evidence } = ids;
  return evidence !== undefined && UUID.test(evidence) ? evidence : null;
}
