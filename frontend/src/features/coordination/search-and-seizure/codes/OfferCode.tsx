/** The offer as a code for the other seat's telephone. It leads to the offer and opens nothing. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { drawn, offerAddress } from './codes';
import classes from '@/features/coordination/search-and-seizure/AtTheSearch.module.css';

export function OfferCode({ jit, handover, onClose }: { jit: string; handover: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { size, path } = useMemo(() => drawn(offerAddress(location.origin, jit, handover)), [jit, handover]);
  return (
    <div className={classes['form']}>
      <strong>{t('atSearch/codeFor')}</strong>
      <svg
        className={classes['qr']}
        viewBox={`0 0 ${String(size)} ${String(size)}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={t('atSearch/codeFor')}
      >
        <path d={path} />
      </svg>
      <div className={classes['small']}>{t('atSearch/codeForHelp')}</div>
      <Button variant="default" className={classes['big'] ?? ''} onClick={onClose}>
        {t('atSearch/close')}
      </Button>
    </div>
  );
}
