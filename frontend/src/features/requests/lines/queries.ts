/** Releases and recalls of requests and notices that wait for a second leader. */
import {
  confirmNoticeRelease,
  confirmRequestRelease,
  giveUpNoticeRelease,
  giveUpRequestRelease,
} from '@/api/generated/sdk.gen';
import type { NoticeView, RequestView, WaitingLineReleaseView } from '@/api/generated/types.gen';

export type { WaitingLineReleaseView } from '@/api/generated/types.gen';

/** How the party of a request or notice carries out a waiting release, or gives it up. */
export type Seconding<View> = {
  confirm: (party: string) => Promise<View>;
  giveUp: (party: string, reason: string) => Promise<View>;
};

export const secondingOfRequest = (jit: string, request: string): Seconding<RequestView> => ({
  confirm: async (party) => (await confirmRequestRelease({ path: { jit, request, party }, throwOnError: true })).data,
  giveUp: async (party, reason) =>
    (await giveUpRequestRelease({ path: { jit, request, party }, body: { reason }, throwOnError: true })).data,
});

export const secondingOfNotice = (jit: string, notice: string): Seconding<NoticeView> => ({
  confirm: async (party) => (await confirmNoticeRelease({ path: { jit, notice, party }, throwOnError: true })).data,
  giveUp: async (party, reason) =>
    (await giveUpNoticeRelease({ path: { jit, notice, party }, body: { reason }, throwOnError: true })).data,
});

/** The word of a waiting release: its level, or `recall`. */
export const wordOf = ({ level }: Pick<WaitingLineReleaseView, 'level'>) => level ?? 'recall';
