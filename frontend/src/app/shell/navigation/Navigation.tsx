/** The navigation: beside the screen, or in a drawer where the window is narrow. */
import { useTranslation } from 'react-i18next';
import { NavigationList } from './NavigationList';
import classes from './Navigation.module.css';

export function Navigation({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <nav className={classes['navigation']} aria-label={t('app/navigation')}>
      <NavigationList onHelp={onHelp} />
    </nav>
  );
}
