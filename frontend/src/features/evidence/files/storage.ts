/**
 * What this browser remembers of unfinished uploads: a fingerprint of the file (no name in the clear) and where the server
 * keeps what has arrived. It lets the same file, chosen again after a reload, continue instead of starting anew.
 */
import { ownerId } from '@/api/owner';
import { toHex } from '@/lib/base64';

const PREFIX = 'liaison.upload.';

/** `by`: the account that began it; nobody else is told of it. */
export type Remembered = {
  by: string | null;
  size: number | null;
  metadata: Record<string, string>;
  creationTime: string;
  urlStorageKey: string;
  uploadUrl: string | null;
  parallelUploadUrls: string[] | null;
};

function all(prefix: string): Remembered[] {
  const found: Remembered[] = [];
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (!key?.startsWith(prefix)) continue;
    try {
      const one = JSON.parse(localStorage.getItem(key) ?? '') as Remembered;
      if (one.by === ownerId()) found.push({ ...one, urlStorageKey: key });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found;
}

export const storage = {
  findAllUploads: () => Promise.resolve(all(PREFIX)),
  findUploadsByFingerprint: (fingerprint: string) => Promise.resolve(all(`${PREFIX}${fingerprint}.`)),
  removeUpload: (key: string) => {
    localStorage.removeItem(key);
    return Promise.resolve();
  },
  addUpload: (fingerprint: string, { size, creationTime, uploadUrl }: Partial<Remembered>) => {
    const key = `${PREFIX}${fingerprint}.${crypto.randomUUID()}`;
    localStorage.setItem(
      key,
      JSON.stringify({ by: ownerId(), size, creationTime, uploadUrl, metadata: {}, parallelUploadUrls: null }),
    );
    return Promise.resolve(key);
  },
};

export async function fingerprint(
  file: Pick<File, 'name' | 'size' | 'lastModified'>,
  endpoint: string,
): Promise<string> {
  const text = [endpoint, file.name, file.size, file.lastModified].join('\n');
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))).slice(0, 32);
}

/** Whether this browser began this upload and has not finished it. */
export function isRemembered(url: string): boolean {
  try {
    return all(PREFIX).some(({ uploadUrl }) => uploadUrl === url);
  } catch {
    return false;
  }
}

/** Exhibits that hold an upload which this browser began and did not finish. */
export function interrupted(jit: string): { evidence: string; url: string }[] {
  try {
    return all(PREFIX).flatMap(({ uploadUrl }) => {
      const match = /\/api\/jits\/([^/]+)\/evidence\/([^/]+)\/files\//.exec(uploadUrl ?? '');
      return match?.[1] === jit && match[2] ? [{ evidence: match[2], url: uploadUrl ?? '' }] : [];
    });
  } catch {
    return [];
  }
}

export function forget(url: string): void {
  for (const one of all(PREFIX)) if (one.uploadUrl === url) localStorage.removeItem(one.urlStorageKey);
}

/** Whether this browser began the upload with another file, or with this one before it was changed. */
export async function begunOtherwise(
  url: string,
  file: Pick<File, 'name' | 'size' | 'lastModified'>,
): Promise<boolean> {
  const begun = all(PREFIX).filter(({ uploadUrl }) => uploadUrl === url);
  const mark = await fingerprint(file, url.slice(0, url.lastIndexOf('/')));
  return begun.length > 0 && !begun.some(({ urlStorageKey }) => urlStorageKey.startsWith(`${PREFIX}${mark}.`));
}
