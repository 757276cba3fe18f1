/** Text of a row, or the statement that it was erased, and when. */
import { useTranslation } from 'react-i18next';
import { visible } from '@/lib/visible';
import { When } from './When';

type Props = { of: { erased: Record<string, string> }; name: string; children: string | null };

export function Words({ of, name, children }: Props) {
  const { t } = useTranslation();
  const at = of.erased[name];
  return at ? (
    <em className="dim">
      {t('fieldErasure/erasedOn')} <When at={at} />
    </em>
  ) : (
    children && visible(children)
  );
}
