/** Request headers that several features send. */

/** Makes a change fail with 412 if the object no longer has the version that the user saw. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${String(version)}"` });

/** Makes a repeated request with the same key create its object once. */
export const idempotent = (key: string) => ({ 'Idempotency-Key': key });
