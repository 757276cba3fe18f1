/** The releases that the rules would give to an exhibit with these properties. */
import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, HANDLING, TLPS, type Category, type HandlingCode, type Tlp } from '@/api/views';
import { Foreseen } from '@/components/sharing/Foreseen';
import { Panel } from '@/components/layout/Panel';
import classes from './Access.module.css';

export function Simulation() {
  const { t } = useTranslation();
  const [category, setCategory] = useState<Category | null>(null);
  const [handling, setHandling] = useState<HandlingCode[]>(['H0']);
  const [tlp, setTlp] = useState<Tlp>('AMBER');
  const wish = category && handling.length > 0 ? { draft: { category, handling, tlp } } : null;
  return (
    <Panel title={t('rules/whoCould')} flush>
      <p className={classes['help']}>{t('rules/whoCouldHelp')}</p>
      <div className={classes['fields']}>
        <Select
          searchable
          label={t('evidence/category')}
          placeholder={t('rules/chooseCategory')}
          data={CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) }))}
          value={category}
          onChange={setCategory}
        />
        <MultiSelect label={t('evidence/handling')} data={HANDLING} value={handling} onChange={setHandling} />
        <Select
          allowDeselect={false}
          label={t('register/tlp')}
          data={TLPS.map((value) => ({ value, label: t(`tlp/${value}_name`) }))}
          value={tlp}
          onChange={(next) => setTlp(next ?? tlp)}
        />
      </div>
      {wish ? (
        <div className={classes['foreseen']}>
          <Foreseen wish={wish} />
        </div>
      ) : null}
    </Panel>
  );
}
