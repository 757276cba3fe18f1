/** Queries and answers about copies. Their keys are in api/queries.ts. */
import { listCopiesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { answerCopy, listCopies } from '@/api/generated/sdk.gen';
import type { CopyAnswerForm, CopyView } from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

/** Copies held by the party or of its exhibits, with or without an open question, newest first. */
export const copiesQuery = (jit: string, side: CopyView['side'], unanswered: boolean) => ({
  ...paged({ _id: 'listCopies', path: { jit }, side, unanswered }, (cursor, signal) =>
    listCopies({ path: { jit }, query: { side, unanswered, limit: 50, ...cursor }, signal, throwOnError: true }),
  ),
  refetchInterval: 60_000,
});

/** The newest copies of one exhibit that the seat may know. */
export const exhibitCopiesQuery = (jit: string, evidence: string) =>
  listCopiesOptions({ path: { jit }, query: { evidence, limit: 200 } });

export async function answerFor(jit: string, copy: CopyView, body: CopyAnswerForm): Promise<CopyView> {
  return (
    await answerCopy({
      path: { jit, copy: copy.id },
      body,
      headers: ifMatch(copy.version),
      throwOnError: true,
    })
  ).data;
}
