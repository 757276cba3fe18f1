/** Fields that both users changed differently: both versions, and the choice between them. */
import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Written } from './draft';
import { fieldWord, shownValue } from '@/features/coordination/tasks/detail/written';
import { useRepeatWords } from './useRepeatWords';
import { useTeam } from '@/api/team';
import classes from '@/features/coordination/tasks/Tasks.module.css';

type Props = {
  both: { theirs: string; mine: string } | undefined;
  name: Written;
  now: string;
  onChoose: (value: string) => void;
};

export function Conflict({ both, name, now, onChoose }: Props) {
  const { t } = useTranslation();
  const { locale, zone } = useTeam();
  const words = useRepeatWords();
  const repeats = (rule: string) => words(rule, zone);
  if (!both) return null;
  return (
    <div className={classes['stale']}>
      {(['theirs', 'mine'] as const).map((whose) => (
        <div key={whose} className={classes['choice']}>
          <Text size="xs" c="dimmed">
            {t(whose === 'theirs' ? 'exhibit/staleTheirs' : 'exhibit/staleMine')}
          </Text>
          {shownValue(name, both[whose], { t, locale, repeats })}
        </div>
      ))}
      <SegmentedControl
        size="xs"
        aria-label={t(fieldWord(name))}
        value={now === both.theirs ? 'theirs' : 'mine'}
        onChange={(whose) => onChoose(both[whose as 'theirs'])}
        data={[
          { value: 'theirs', label: t('exhibit/staleTheirs') },
          { value: 'mine', label: t('exhibit/staleMine') },
        ]}
      />
    </div>
  );
}
