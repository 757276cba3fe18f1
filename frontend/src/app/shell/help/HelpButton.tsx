/** Opens the help for the screen. */
import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hint } from '@/components/hints/hint';
import { withWords } from '@/i18n';
import classes from './HelpButton.module.css';
import type { HelpTab } from './tabs';

const HelpDrawer = lazy(withWords(async () => ({ default: (await import('./HelpDrawer')).HelpDrawer })));

export function HelpButton() {
  const { t } = useTranslation();
  const [help, setHelp] = useState<HelpTab | null>(null);
  return (
    <>
      <ActionIcon
        aria-label={t('help/open')}
        {...hint(t('help/open'))}
        aria-haspopup="dialog"
        onClick={() => setHelp('screen')}
      >
        <IconHelpCircle size={18} />
      </ActionIcon>
      <Suspense fallback={null}>
        {help === null ? null : <HelpDrawer tab={help} onTab={setHelp} onClose={() => setHelp(null)} />}
      </Suspense>
    </>
  );
}

/** In the corner of a screen that has no header of its own. */
export function HelpCorner() {
  return (
    <header className={classes['corner']}>
      <HelpButton />
    </header>
  );
}
