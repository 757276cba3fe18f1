/** Whether the page can show anything of an exhibit. Pure. */
import type { EvidenceView } from '@/api/views';

/** A complete file has pages, or they are being made. */
export const isViewable = ({ files }: Pick<EvidenceView, 'files'>): boolean =>
  files.some(({ state, has_rendition: has, rendition_pending: pending }) => state === 'ready' && (has || pending));
