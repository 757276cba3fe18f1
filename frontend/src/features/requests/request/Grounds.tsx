/** Shown when grounds stand against the dispatch of a request: the grounds, and the choice of a leader to send it. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Notice } from '@/components/notices/Notice';
import { useWord } from '@/i18n/useWord';

export const hasGrounds = (error: unknown): error is Problem =>
  error instanceof Problem && error.code === 'dispatch-grounds';

export function Grounds({
  error,
  mayDecide,
  checked,
  onChange,
}: {
  error: Problem;
  mayDecide: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { t } = useTranslation();
  const word = useWord();
  const given = error.document['grounds'];
  const grounds = Array.isArray(given) ? given.map(String) : [];
  return (
    <>
      <Notice tone="warn" title={t('requestDetail/groundsTitle')}>
        {grounds.map((one) => (
          <div key={one}>{word('dispatchGround', one)}</div>
        ))}
        {mayDecide ? null : <div>{t('requestDetail/askLeader')}</div>}
      </Notice>
      {mayDecide ? (
        <Checkbox
          label={t('requestDetail/sendDespite')}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      ) : null}
    </>
  );
}
