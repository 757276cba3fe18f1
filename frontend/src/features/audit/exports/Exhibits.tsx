/** The exhibits of an export package: one or several. */
import { Button, CloseButton, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { MOST_EXHIBITS } from './draft';
import type { Reason } from './refused';
import classes from './Exports.module.css';

type Props = {
  chosen: string[];
  /** Exhibits that the server refused, with the reason. */
  refused: ReadonlyMap<string, Reason>;
  onChange: (chosen: string[]) => void;
  error?: string | null;
};

export function Exhibits({ chosen, refused, onChange, error = null }: Props) {
  const { t } = useTranslation();
  // Limits of use are confirmed; the exhibit need not be removed.
  const removable = chosen.filter((id) => refused.has(id) && refused.get(id) !== 'limits-not-acknowledged');
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
            <span>
              <ExhibitLink id={id} />
              {refused.has(id) ? (
                <span className={classes['refused']}>{t(`exports/refused/${refused.get(id) ?? 'other'}`)}</span>
              ) : null}
            </span>
            <CloseButton
              size="sm"
              aria-label={t('exports/leaveOut')}
              onClick={() => onChange(chosen.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
      {removable.length > 0 && removable.length < chosen.length ? (
        <Button
          mt={6}
          size="compact-xs"
          variant="default"
          onClick={() => onChange(chosen.filter((id) => !removable.includes(id)))}
        >
          {t('exports/leaveOutRefused', { count: removable.length })}
        </Button>
      ) : null}
    </div>
  );
}
