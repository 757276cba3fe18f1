/** Where a pending action is done. */
import { linkOptions } from '@tanstack/react-router';
import type { PendingActionView } from '@/api/views';

export function linkOf(jit: string, { link: { noun, id, parent }, group }: PendingActionView) {
  if (group === 'reviews') return linkOptions({ to: '/jits/$jit/reviews', params: { jit } });
  if (group === 'verifications') return linkOptions({ to: '/jits/$jit/verifications', params: { jit } });
  switch (noun) {
    case 'evidence':
      return linkOptions({ to: '/jits/$jit/evidence/$evidence', params: { jit, evidence: id } });
    case 'handover':
      return linkOptions({ to: '/jits/$jit/evidence/$evidence', params: { jit, evidence: parent ?? id } });
    case 'request':
      return linkOptions({ to: '/jits/$jit/requests/$request', params: { jit, request: id } });
    case 'notice':
      return linkOptions({ to: '/jits/$jit/notices/$notice', params: { jit, notice: id } });
    case 'task':
      return linkOptions({ to: '/jits/$jit/tasks/$task', params: { jit, task: id } });
    case 'message':
      return linkOptions({
        to: '/jits/$jit/messages/$channel',
        params: { jit, channel: parent ?? id },
        search: { at: id },
      });
    case 'operation':
      return linkOptions({ to: '/jits/$jit/operations/$operation', params: { jit, operation: id } });
    case 'consent':
      return linkOptions({ to: '/jits/$jit/consents', params: { jit }, search: { request: id } });
    case 'copy':
      return linkOptions({ to: '/jits/$jit/copies', params: { jit } });
    case 'alert':
      return linkOptions({ to: '/jits/$jit/alerts', params: { jit } });
    case 'member':
    case 'team':
      return linkOptions({ to: '/jits/$jit/members', params: { jit } });
  }
}
