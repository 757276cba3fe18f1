/** Recognition of identifiers in a pasted text. The server stores nothing. */
import { recogniseIdentifiers } from '@/api/generated/sdk.gen';
import type { RecognisedView } from '@/api/generated/types.gen';

export type { RecognisedView } from '@/api/generated/types.gen';

export async function recognise(jit: string, text: string): Promise<RecognisedView[]> {
  return (await recogniseIdentifiers({ path: { jit }, body: { text }, throwOnError: true })).data;
}
