/** Releases that wait, as the page reads them and opens their gates. Their keys stand with the others, in queries.ts. */
import { agreeRelease, attestRelease, confirmRelease, giveUpRelease } from '@/api/generated/sdk.gen';
import { listWaitingReleasesOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { AttestationForm, EvidenceView, WaitingReleaseView } from '@/api/views';

/** What waits of one exhibit. */
export const waitingQuery = (jit: string, evidence: string) =>
  listWaitingReleasesOptions({ path: { jit }, query: { evidence } });

export async function attest(jit: string, wish: WaitingReleaseView, body: AttestationForm): Promise<EvidenceView> {
  return (await attestRelease({ path: { jit, waiting: wish.id }, body, throwOnError: true })).data;
}

/** A second leader agrees: the release passes, the recall is done. */
export async function confirm(jit: string, wish: WaitingReleaseView): Promise<EvidenceView> {
  return (await confirmRelease({ path: { jit, waiting: wish.id }, throwOnError: true })).data;
}

/** A leader of another party that obtained it agrees. */
export async function agreeTo(jit: string, wish: WaitingReleaseView): Promise<EvidenceView> {
  return (await agreeRelease({ path: { jit, waiting: wish.id }, throwOnError: true })).data;
}

export async function giveUp(jit: string, wish: WaitingReleaseView, reason: string): Promise<void> {
  await giveUpRelease({ path: { jit, waiting: wish.id }, body: { reason }, throwOnError: true });
}
