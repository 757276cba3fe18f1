/** The state of a notice, in words. */
import { useTranslation } from 'react-i18next';
import { StateTag } from '@/components/text/StateTag';
import type { NoticeState } from './queries';
import { toneOf } from './state';

export function NoticeStateTag({ state }: { state: NoticeState }) {
  const { t } = useTranslation();
  return (
    <StateTag tone={toneOf(state)} pending={state === 'draft'}>
      {t(`noticeState/${state}`)}
    </StateTag>
  );
}
