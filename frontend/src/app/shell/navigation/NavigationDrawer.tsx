/** The navigation on a narrow window. */
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/components/dialogs/Dialog';
import { useTeam } from '@/api/team';
import { NavigationList } from './NavigationList';
import classes from './Navigation.module.css';

type Props = { opened: boolean; onClose: () => void; onHelp: () => void };

export function NavigationDrawer({ opened, onClose, onHelp }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const help = () => {
    onClose();
    onHelp();
  };
  return (
    <SideDialog
      opened={opened}
      onClose={onClose}
      position="left"
      size="19rem"
      title={jit.name}
      classNames={{ content: classes['drawer'] ?? '', body: classes['drawerBody'] ?? '' }}
    >
      <nav className={classes['inside']} aria-label={t('app/navigation')}>
        <NavigationList onHelp={help} onChosen={onClose} />
      </nav>
    </SideDialog>
  );
}
