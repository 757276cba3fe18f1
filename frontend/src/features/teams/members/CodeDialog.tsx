/** A one-time code, which is shown once. */
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '@/components/dialogs/ShownOnce';
import { Copyable } from '@/components/text/Copyable';

type Props = { title: string; help: string; code: string; onClose: () => void };

export function CodeDialog({ title, help, code, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <ShownOnce title={title} help={help} kept={t('members/codeNoted')} onClose={onClose}>
      <Copyable value={code} whole label={t('members/copyCode')} />
    </ShownOnce>
  );
}
