/**
 * The HTTP client: errors become `Problem`s, reads report the ledger position, and decided requests are not retried.
 */
import { QueryClient } from '@tanstack/react-query';
import { attended, UNATTENDED } from './attended';
import { client } from './generated/client.gen';
import { notePosition } from './position';
import { Problem, problemFrom } from './problem';
import { notePromises } from './promises';
import { fetchWithStepUp } from './stepUp';

export function configureClient(onSignedOut: () => void): void {
  client.setConfig({ baseUrl: '', credentials: 'same-origin', fetch: fetchWithStepUp });
  client.interceptors.request.use((request) => {
    if (!attended()) request.headers.set(UNATTENDED, '1');
    request.headers.set('Accept-Language', document.documentElement.lang || 'en');
    // The server requires a content type on every write by cookie, also without a body.
    if (request.method === 'GET' || request.headers.has('Content-Type')) return request;
    request.headers.set('Content-Type', 'application/json');
    return request;
  });
  client.interceptors.response.use((response) => {
    const position = response.headers.get('Ledger-Position');
    const jit = /\/api\/jits\/([^/]+)\//.exec(new URL(response.url, location.href).pathname)?.[1];
    if (position !== null && jit) notePosition(jit, Number(position));
    const promises = response.headers.get('Ledger-Entry');
    if (promises !== null && jit) notePromises(jit, promises);
    return response;
  });
  client.interceptors.error.use((error, response, request) => {
    const problem = problemFrom(error, response ?? undefined, request?.method);
    if (problem.status === 401 && !response?.url.endsWith('/api/sessions')) onSignedOut();
    return problem;
  });
}

/** Returns whether a retry can help: after a lost connection or a restart of the server, not after a refusal. */
export function worthRetrying(failures: number, error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 502) && failures < 3;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 30_000, gcTime: 10 * 60_000, refetchOnWindowFocus: false },
      // A change is sent when the user asks for it and never later by itself, so that it cannot surprise the user.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
