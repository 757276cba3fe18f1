/** Puts chosen files of reference data together: each holds one kind, or is a pack of several. */
import type { ReferenceImportForm } from '@/api/generated/types.gen';

export type Chosen = { pack: ReferenceImportForm['pack'] };

/** A file that is no JSON object, or holds a kind that another file holds too. `why`: key of the sentence. */
export class UnreadableFileError extends Error {
  constructor(
    readonly file: string,
    readonly why: 'fileNoJson' | 'kindTwice',
  ) {
    super(why);
  }
}

/** Returns the pack; the server checks its content. Throws `UnreadableFileError`. */
export async function packOf(files: readonly File[]): Promise<Chosen> {
  const pack = new Map<string, unknown>();
  for (const file of files) {
    for (const [kind, content] of Object.entries(parsed(file.name, await file.text()))) {
      if (pack.has(kind)) throw new UnreadableFileError(file.name, 'kindTwice');
      pack.set(kind, content);
    }
  }
  return { pack: Object.fromEntries(pack) };
}

/** The files by kind that a text holds. */
function parsed(name: string, text: string): Record<string, unknown> {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new UnreadableFileError(name, 'fileNoJson');
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new UnreadableFileError(name, 'fileNoJson');
  return 'kind' in found ? { [String(found.kind)]: found } : { ...found };
}
