/** Has the user prove a second factor when the server demands it before an act, then sends the act again. */

/** Resolves with whether the user proved a factor for this kind of act. */
export type Ask = (kind: string) => Promise<boolean>;

let ask: Ask | null = null;

/** Sets who asks the user. Returns a function that ends it, unless somebody else asks by then. */
export function askedBy(next: Ask): () => void {
  ask = next;
  return () => {
    if (ask === next) ask = null;
  };
}

/** `fetch`, but an act that is refused for want of a second factor is sent again once one is proved. */
export async function fetchWithStepUp(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.method === 'GET') return fetch(request);
  const { url, method, headers, credentials, signal } = request;
  const body = await request.arrayBuffer();
  for (;;) {
    const sent = { method, headers, credentials, signal, ...(body.byteLength > 0 ? { body } : {}) };
    const response = await fetch(new Request(url, sent));
    const kind = response.status === 403 && ask ? await neededFor(response.clone()) : null;
    if (kind === null || !(await ask?.(kind))) return response;
  }
}

async function neededFor(refused: Response): Promise<string | null> {
  const problem = (await refused.json().catch(() => null)) as { code?: unknown; kind?: unknown } | null;
  return problem?.code === 'step-up-needed' && typeof problem.kind === 'string' ? problem.kind : null;
}
