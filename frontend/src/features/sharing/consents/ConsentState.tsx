/** The state of a request. */
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '@/api/views';
import { StateTag, type StateTone } from '@/components/text/StateTag';

const TONES: Record<ConsentView['state'], StateTone> = {
  requested: 'warn',
  seen: 'accent',
  granted: 'good',
  granted_with_conditions: 'good',
  refused: 'bad',
  expired: 'bad',
  withdrawn: 'plain',
};

/** Whether the request waits for its answer. */
export const isOpen = ({ state }: ConsentView) => state === 'requested' || state === 'seen';

export function ConsentState({ one }: { one: ConsentView }) {
  const { t } = useTranslation();
  return (
    <>
      <StateTag tone={TONES[one.state]} pending={isOpen(one)}>
        {one.state === 'requested' && one.side === 'asked' ? t('consents/unread') : t(`consentState/${one.state}`)}
      </StateTag>
      {one.state.startsWith('granted') && !one.in_force ? <div className="dim">{t('consents/notInForce')}</div> : null}
    </>
  );
}
