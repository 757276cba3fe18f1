/** The one-time code of an invitation, which is shown once. */
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { ShownOnce } from '@/components/dialogs/ShownOnce';
import { Copyable } from '@/components/text/Copyable';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import type { IssuedInvitationView } from './queries';

type Props = {
  issued: Pick<IssuedInvitationView, 'name' | 'email' | 'one_time_code' | 'expires_at'>;
  /** The page that takes the code. */
  path?: string;
  help?: 'administration/codeHelp' | 'organisation/codeHelp';
  onClose: () => void;
};

export function IssuedCode({ issued, path = '/invitation', help = 'administration/codeHelp', onClose }: Props) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const address = `${location.origin}${path}`;
  const day = fullTime(issued.expires_at, zone, locale);
  return (
    <ShownOnce
      title={t('administration/codeTitle', { name: visible(issued.name) })}
      help={t(help, { address, email: issued.email, day })}
      kept={t('administration/noted')}
      onClose={onClose}
    >
      <Copyable whole value={issued.one_time_code} label={t('administration/copyCode')} />
    </ShownOnce>
  );
}
