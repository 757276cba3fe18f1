/** Banner after the operational phase: restrictions, and permitted acts. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';

export function PhaseBanner() {
  const { t } = useTranslation();
  const { state } = useTeam().jit;
  if (state === 'operational') return null;
  return state === 'closed' ? (
    <Notice tone="locked">{t('closing/banner')}</Notice>
  ) : (
    <Notice>{t('phases/trialBanner')}</Notice>
  );
}
