/**
 * A small fake of the API for component tests. It answers `fetch` by method and path, and can delay, refuse or lose an answer.
 * `answer` gives the body of the answer, or a whole `Response`. It runs once per request that reaches the server.
 */
import { afterEach, vi } from 'vitest';

/** One request that the page sent. `path` is below the origin, without the query. */
export type Sent = { method: string; path: string; query: URLSearchParams; body: unknown; headers: Headers };
export type Answer = (sent: Sent) => unknown;

/** A problem document (RFC 9457) as an answer: `problem(412, 'stale', { current })`. */
export function problem(status: number, code: string, more: object = {}): Response {
  return new Response(JSON.stringify({ code, title: code, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** A request that waits on its way to the server. `arrived` resolves when the page has sent it; `release` lets it go on. */
export type Held = { arrived: Promise<Sent>; release: () => void };

type Fault = { method: string; path: string; run: (sent: Sent, reach: () => Promise<Response>) => Promise<Response> };

const fits = (pattern: string, path: string) => new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(path);
const broken = () => new TypeError('Failed to fetch');

export class FakeApi {
  /** Every request in order, including those that did not reach the server. */
  readonly sent: Sent[] = [];
  /** Requests that no answer was set for: they got 404. */
  readonly unanswered: string[] = [];
  private answers: { method: string; path: string; answer: Answer }[] = [];
  private faults: Fault[] = [];

  /** Set the answer of a method and path; `*` stands for one segment. The latest that fits is taken. */
  on(method: string, path: string, answer: Answer): this {
    this.answers.unshift({ method, path, answer });
    return this;
  }

  /** The requests of a method and path. */
  of(method: string, path: string): Sent[] {
    return this.sent.filter((one) => one.method === method && fits(path, one.path));
  }

  /** The next request waits on its way until it is released. */
  hold(method: string, path: string): Held {
    let release: () => void = () => undefined;
    let arrive: (sent: Sent) => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const arrived = new Promise<Sent>((resolve) => {
      arrive = resolve;
    });
    this.once(method, path, async (sent, reach) => {
      arrive(sent);
      await released;
      return reach();
    });
    return { arrived, release };
  }

  /** The server executes the next request, and the connection breaks before its answer arrives. */
  loseAnswer(method: string, path: string): void {
    this.once(method, path, async (_, reach) => {
      await reach();
      throw broken();
    });
  }

  /** No such request reaches the server until the returned function is called. */
  cut(method: string, path: string): () => void {
    const fault: Fault = { method, path, run: () => Promise.reject(broken()) };
    this.faults.unshift(fault);
    return () => {
      this.faults = this.faults.filter((one) => one !== fault);
    };
  }

  private once(method: string, path: string, run: Fault['run']): void {
    const fault: Fault = {
      method,
      path,
      run: (sent, reach) => {
        this.faults = this.faults.filter((one) => one !== fault);
        return run(sent, reach);
      },
    };
    this.faults.unshift(fault);
  }

  /** What `fetch` does. */
  readonly fetch = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.clone().text();
    const sent = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: jsonOrText(text),
    };
    this.sent.push(sent);
    const fault = this.faults.find((one) => one.method === sent.method && fits(one.path, sent.path));
    const reach = () => Promise.resolve(this.reach(sent, request.url));
    const response = await (fault ? fault.run(sent, reach) : reach());
    request.signal.throwIfAborted();
    return response;
  };

  private reach(sent: Sent, url: string): Response {
    const found = this.answers.find((one) => one.method === sent.method && fits(one.path, sent.path));
    if (!found) this.unanswered.push(`${sent.method} ${sent.path}`);
    const given = found ? found.answer(sent) : problem(404, 'not-found');
    const response = given instanceof Response ? given : answered(given);
    // The live channel begins at the position of the first read.
    if (!response.headers.has('Ledger-Position')) response.headers.set('Ledger-Position', '1');
    Object.defineProperty(response, 'url', { value: url });
    return response;
  }
}

function answered(body: unknown): Response {
  if (body === undefined) return new Response(null, { status: 204 });
  return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } });
}

function jsonOrText(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Node's `Request` knows no page: a path is resolved against the address of the page, as a browser does. */
class PageRequest extends Request {
  constructor(input: Request | string | URL, init?: RequestInit) {
    super(input instanceof Request ? input : new URL(input, location.href), init);
  }
}

/** The live channel of a page under test. `say` sends a frame to the page. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
    queueMicrotask(() => {
      this.onopen?.();
      this.say({ type: 'welcome', head: 1, seat: 'NL-01', present: [] });
    });
  }

  say(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  send(): void {
    // What the page says of its focus concerns no component test.
  }

  close(): void {
    this.onclose?.();
  }
}

/** Put the fake in place of the network until the test ends. */
export function installFakeApi(): FakeApi {
  const api = new FakeApi();
  FakeSocket.all = [];
  vi.stubGlobal('Request', PageRequest);
  vi.stubGlobal('fetch', api.fetch);
  vi.stubGlobal('WebSocket', FakeSocket);
  return api;
}

afterEach(() => vi.unstubAllGlobals());
