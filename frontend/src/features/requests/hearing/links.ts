/** Where a line of the checklist is done. */
import { linkOptions } from '@tanstack/react-router';
import type { Check } from './checks';

export function linkOf(jit: string, { place, about, within, exhibit }: Check) {
  const params = { jit, evidence: exhibit.evidence };
  switch (place) {
    case 'evidence':
      return linkOptions({ to: '/jits/$jit/evidence/$evidence', params });
    case 'sharing':
      return linkOptions({ to: '/jits/$jit/evidence/$evidence', params, search: { tab: 'sharing' } });
    case 'custody':
      return linkOptions({ to: '/jits/$jit/evidence/$evidence', params, search: { tab: 'physicalCustody' } });
    case 'consent':
      return linkOptions({ to: '/jits/$jit/consents', params: { jit }, search: { request: about ?? undefined } });
    case 'request':
      return linkOptions({ to: '/jits/$jit/requests/$request', params: { jit, request: about ?? '' } });
    case 'decision':
      return linkOptions({
        to: '/jits/$jit/messages/$channel',
        params: { jit, channel: within ?? '' },
        search: { at: about ?? '' },
      });
    case 'copies':
      return linkOptions({ to: '/jits/$jit/copies', params: { jit } });
  }
}
