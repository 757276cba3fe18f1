/** A photograph on its way by tus, from the device's own store; what arrived stays arrived. The hash is the one of its capture. */
import { filesEndpoint } from '@/api/actions';
import { Problem } from '@/api/problem';
import { toHex } from '@/lib/base64';
import { get } from '@/api/outbox/records';
import type { Photo } from './thing';

const CHUNK = 2 * 1024 * 1024;

type Answer = { getStatus: () => number; getBody: () => string };

function problemOf(error: unknown): Problem {
  const answer = (error as { originalResponse?: Answer | null }).originalResponse;
  if (!answer) return new Problem(0, 'no-answer', error instanceof Error ? error.message : '');
  let said: { code?: string; detail?: string; title?: string } = {};
  try {
    said = JSON.parse(answer.getBody()) as typeof said;
  } catch {
    // A proxy's answer has no code.
  }
  return new Problem(
    answer.getStatus(),
    said.code ?? `http-${String(answer.getStatus())}`,
    said.detail ?? said.title ?? '',
  );
}

/** The file's id. `begun` is told where the server keeps what arrives, before the first byte is sent. */
export async function upload(
  jit: string,
  evidence: string,
  photo: Photo,
  url: string | null,
  begun: (url: string) => Promise<void>,
): Promise<string> {
  const bytes = await get('photos', photo.id);
  if (bytes === null) throw new Error('the photograph is not on this device any more');
  const { Upload } = await import('tus-js-client');
  let told: Promise<void> = Promise.resolve();
  const at = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(new Blob([bytes], { type: photo.type }), {
      endpoint: location.origin + filesEndpoint(jit, evidence),
      ...(url === null ? {} : { uploadUrl: url }),
      chunkSize: CHUNK,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { filename: photo.name, sha256: photo.sha256 },
      onBeforeRequest: (request) => {
        if (request.getMethod() === 'POST') request.setHeader('Content-Type', 'application/json');
      },
      onUploadUrlAvailable: () => {
        if (sending.url) told = begun(sending.url);
      },
      onError: (error) => reject(problemOf(error)),
      onSuccess: () => resolve(sending.url ?? ''),
    });
    sending.start();
  });
  await told;
  return at.split('/').pop() ?? '';
}

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
