/** A line of the access log in words: what was asked, how it was answered, and for which exhibit. Pure. */
import type { Answer } from '@/api/generated/types.gen';
import type { AccessLineView } from '@/api/views';

/** The word's key for a request: `GET evidence {evidence} custody`, the route below the team without its slashes. */
export function askedKey({ method, route }: Pick<AccessLineView, 'method' | 'route'>): string {
  const below = route
    .replace(/^\/api\/jits\/\{jit\}/, '')
    .replaceAll(/:path\}/g, '}')
    .split('/')
    .filter(Boolean)
    .join(' ');
  return `${method} ${below}`.trim();
}

/** The server's own classes of answers, as its filter has them. */
export function answerOf(outcome: number): Answer {
  if (outcome === 0 || outcome >= 500) return 'failed';
  if (outcome < 400) return 'given';
  if (outcome === 401 || outcome === 403) return 'refused';
  return outcome === 404 || outcome === 410 ? 'absent' : 'faulty';
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The exhibit that was asked for; what was written in its place and is no id is nobody's. */
export function exhibitOf({ ids }: Pick<AccessLineView, 'ids'>): string | null {
  const { evidence } = ids;
  return evidence !== undefined && UUID.test(evidence) ? evidence : null;
}
