/** One file on its way by tus: what arrived stays arrived, a cut is continued, a refusal is final. */
import type { DetailedError, HttpRequest, Upload as TusUpload } from 'tus-js-client';
import { filesEndpoint } from '@/api/actions';
import { chunkSize, outcome } from './outcome';
import { measure, type Meter } from './speed';
import { fingerprint, forget, storage } from './storage';
import type { Asked, Upload } from './upload';

export type Transfer = { start: () => Promise<void>; pause: () => Promise<void>; cancel: () => Promise<void> };

const RETRY_DELAYS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 60_000, 60_000];

function read(error: Error | DetailedError): { status: number; body: string } {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  return { status: response?.getStatus() ?? 0, body: response?.getBody() ?? '' };
}

/** The server asks for a type on every write; tus itself gives one to PATCH only. */
function typed(request: HttpRequest): void {
  if (request.getMethod() === 'POST' || request.getMethod() === 'DELETE')
    request.setHeader('Content-Type', 'application/json');
}

export function transfer(asked: Asked, tell: (to: Partial<Upload>) => void): Transfer {
  const { file } = asked;
  const endpoint = location.origin + filesEndpoint(asked.jit, asked.evidence);
  let upload: TusUpload | null = null;
  let address = asked.continues ? `${endpoint}/${asked.continues}` : null;
  let meter: Meter | null = null;
  let stopped = false;

  // Asked anew each time: a pause may come while the upload is being made.
  const waiting = () => !stopped;
  const failed = (error: Error | DetailedError) => {
    const { status, body } = read(error);
    const { outcome: what, code, detail } = outcome(status, body);
    if ((what === 'hash_differs' || what === 'expired') && address) forget(address);
    if (what === 'expired') address = null;
    upload = null; // should the person go on, it is asked for anew where it stands
    tell({ state: what === 'again' || what === 'no-answer' ? 'failed' : what, code, detail, meter: null });
  };

  async function make(): Promise<TusUpload> {
    const { Upload: Tus } = await import('tus-js-client');
    const before = address;
    const made = new Tus(file, {
      endpoint,
      ...(before ? { uploadUrl: before } : {}),
      chunkSize: chunkSize(file.size),
      retryDelays: RETRY_DELAYS,
      removeFingerprintOnSuccess: true,
      urlStorage: storage,
      fingerprint: (one) => fingerprint(one, endpoint),
      metadata: {
        filename: asked.name ?? file.name,
        ...(asked.expected ? { sha256: asked.expected.toLowerCase() } : {}),
      },
      onBeforeRequest: typed,
      onUploadUrlAvailable: () => {
        // One that has ended meanwhile is begun again from its first byte, at another address.
        const anew = before !== null && made.url !== before;
        if (anew) forget(before);
        address = made.url;
        tell({ fileId: made.url?.split('/').pop() ?? null, anew });
      },
      onProgress: (sent) => {
        if (stopped) return;
        meter = measure(meter, sent, performance.now());
        tell({ state: 'sending', sent, meter });
      },
      onShouldRetry: (error) => {
        const { status, body } = read(error);
        const what = outcome(status, body).outcome;
        const again = what === 'again' || what === 'no-answer';
        if (again && !stopped) tell({ state: 'retrying', meter: null });
        return again;
      },
      onError: failed,
      onSuccess: () => tell({ state: 'done', sent: file.size, meter: null }),
    });
    if (!before) {
      const [earlier] = await made.findPreviousUploads();
      if (earlier) made.resumeFromPreviousUpload(earlier);
    }
    return made;
  }

  return {
    async start() {
      stopped = false;
      meter = null;
      try {
        upload ??= await make();
        if (waiting()) upload.start();
      } catch (error) {
        // Paused or forgotten meanwhile: resuming makes it again.
        if (waiting()) failed(error instanceof Error ? error : new Error(String(error)));
      }
    },
    async pause() {
      stopped = true;
      await upload?.abort();
    },
    async cancel() {
      stopped = true;
      // The server deletes what has arrived; should it not answer, its own clean-up does it later.
      await upload?.abort(true).catch(() => undefined);
      if (address) forget(address);
    },
  };
}
