/** Sharing that is proposed for a new exhibit: what the rules would give, as drafts that a leader may change. Pure. */
import type { ForeseenView } from '@/features/sharing/access/queries';
import type { ReleaseView } from '@/api/views';
import { draftOf, EMPTY, type Draft } from '@/components/sharing/draft';

export type Proposal = {
  party: string;
  draft: Draft;
  /** Codes of the rules that give it. */
  rules: readonly string[];
  because: string;
  /** Whether an approval is missing. */
  gated: boolean;
};

export function proposalOf({ party, after }: ForeseenView, zone: string): Proposal {
  const release = after.release as ReleaseView | null;
  return {
    party,
    draft: release ? draftOf(release, zone) : EMPTY,
    rules: after.rules,
    because: after.because,
    gated: after.because === 'waits_for_gate',
  };
}

/** The proposal as releases that are stated one by one. */
export const asReleases = (proposals: readonly Proposal[]): Record<string, Draft> =>
  Object.fromEntries(proposals.map(({ party, draft }) => [party, draft]));
