/** The levels of access with their meaning. */
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { LevelBars } from '@/components/sharing/LevelBars';
import classes from './Register.module.css';

export function LevelLegend() {
  const { t } = useTranslation();
  return (
    <Panel title={t('register/levels')}>
      <dl className={classes['legend']}>
        {([...LEVELS].reverse() as ((typeof LEVELS)[number] | 'none')[]).concat('none').map((level) => (
          <div key={level}>
            <dt>
              <LevelBars level={level} /> {t(`level/${level}`)}
            </dt>
            <dd className="dim">{t(`level/${level}Help`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
