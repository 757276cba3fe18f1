/** The exhibits of an export package: one or several. */
import { CloseButton, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { MOST_EXHIBITS } from './draft';
import classes from './Exports.module.css';

type Props = { chosen: string[]; onChange: (chosen: string[]) => void; error?: string | null };

export function Exhibits({ chosen, onChange, error = null }: Props) {
  const { t } = useTranslation();
  const add = (id: string | null) => {
    if (id) onChange([...chosen, id]);
  };
  return (
    <div>
      {chosen.length < MOST_EXHIBITS ? (
        <ExhibitPicker
          key={chosen.length}
          label={t('exports/addExhibit')}
          value={null}
          error={error}
          filter={(one) => !chosen.includes(one.id)}
          onChange={add}
        />
      ) : null}
      {chosen.length > MOST_EXHIBITS ? (
        <Input.Error role="alert">
          {t('exports/tooMany', { most: MOST_EXHIBITS, count: chosen.length - MOST_EXHIBITS })}
        </Input.Error>
      ) : null}
      <ul className={classes['chosen']} aria-label={t('exports/chosen')}>
        {chosen.map((id) => (
          <li key={id}>
            <ExhibitLink id={id} />
            <CloseButton
              size="sm"
              aria-label={t('exports/leaveOut')}
              onClick={() => onChange(chosen.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
