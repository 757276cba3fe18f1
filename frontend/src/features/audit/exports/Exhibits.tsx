/** The exhibits that a bundle is of: one for a court, several for a defence. */
import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { useTeam } from '@/api/team';
import classes from './Exports.module.css';

type Props = { several: boolean; chosen: string[]; onChange: (chosen: string[]) => void; error: string | null };

export function Exhibits({ several, chosen, onChange, error }: Props) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  const auditsAll = seat.party === null;
  const mine = (exhibit: { mine: boolean; joint?: string[] }) =>
    exhibit.mine || auditsAll || seat.roles.includes('auditor');
  if (!several)
    return (
      <ExhibitPicker
        label={t('exports/exhibit')}
        value={chosen[0] ?? null}
        error={error}
        filter={mine}
        onChange={(id) => onChange(id ? [id] : [])}
      />
    );
  return (
    <div>
      <ExhibitPicker
        key={chosen.length}
        label={t('exports/addExhibit')}
        value={null}
        error={error}
        filter={(one) => !chosen.includes(one.id)}
        onChange={(id) => {
          if (id) onChange([...chosen, id]);
        }}
      />
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
