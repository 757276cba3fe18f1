/** After the operational phase: what does not happen in this team any more, and what goes on. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/Notice';

export function PhaseBanner() {
  const { t } = useTranslation();
  return useTeam().jit.state === 'trial' ? <Notice>{t('phases/trialBanner')}</Notice> : null;
}
