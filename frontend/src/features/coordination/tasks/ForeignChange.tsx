/** A field that only the other user changed: shown with its former value, and can be put back. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { Written } from './form/draft';
import { useRepeatWords } from './form/useRepeatWords';
import { shownValue } from './detail/written';
import classes from './Tasks.module.css';

type Props = {
  change: { before: string; now: string } | undefined;
  name: Written;
  now: string;
  onChoose: (value: string) => void;
};

export function ForeignChange({ change, name, now, onChoose }: Props) {
  const { t } = useTranslation();
  const { locale, zone } = useTeam();
  const words = useRepeatWords();
  if (!change) return null;
  const shown = (value: string) => shownValue(name, value, { t, locale, repeats: (rule) => words(rule, zone) });
  const kept = now === change.now;
  return (
    <p className={classes['taken']}>
      {t('taskParts/theyChanged', { before: shown(change.before), now: shown(change.now) })}{' '}
      <Button size="compact-xs" variant="default" onClick={() => onChoose(kept ? change.before : change.now)}>
        {t(kept ? 'taskParts/putBack' : 'taskParts/takeTheirs')}
      </Button>
    </p>
  );
}
