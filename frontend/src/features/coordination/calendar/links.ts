/** Where an entry of the calendar leads. */
import { linkOptions } from '@tanstack/react-router';
import type { CalendarEntryView } from './queries';

export function linkOf(jit: string, { kind, subject }: CalendarEntryView) {
  switch (kind) {
    case 'task':
      return linkOptions({ to: '/jits/$jit/tasks/$task', params: { jit, task: subject } });
    case 'action_day':
      return linkOptions({ to: '/jits/$jit/operations/$operation', params: { jit, operation: subject } });
    case 'hearing':
      return linkOptions({ to: '/jits/$jit/hearings/$hearing', params: { jit, hearing: subject } });
    case 'request_deadline':
    case 'data_lapse':
    case 'request_review':
      return linkOptions({ to: '/jits/$jit/requests/$request', params: { jit, request: subject } });
    case 'release_end':
    case 'retention_review':
      return linkOptions({ to: '/jits/$jit/evidence/$evidence', params: { jit, evidence: subject } });
    case 'consent_answer':
    case 'consent_end':
      return linkOptions({ to: '/jits/$jit/consents', params: { jit }, search: { request: subject } });
    case 'notice_review':
      return linkOptions({ to: '/jits/$jit/notices/$notice', params: { jit, notice: subject } });
    case 'access_end':
      return linkOptions({ to: '/jits/$jit/members', params: { jit } });
  }
}
