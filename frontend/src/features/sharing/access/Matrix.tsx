import { ScrollArea, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessRuleView } from './queries';
import { useTeam } from '@/api/team';
import { conditionsOf } from '@/components/sharing/terms';
import { HandlingCodes } from '@/components/exhibits/Markings';
import { recipientsOf, rowsOf, ruleIn, type Cell, type Recipient, type Row } from './matrix';
import classes from './Access.module.css';

type Props = {
  rules: readonly AccessRuleView[];
  decides: boolean;
  onAdd: (cell: Cell) => void;
  onChange: (rule: AccessRuleView) => void;
};

export function Matrix({ rules, decides, onAdd, onChange }: Props) {
  const { t } = useTranslation();
  const { parties, seat, partyName } = useTeam();
  const others = parties.filter(({ code }) => code !== seat.party).map(({ code }) => code);
  const recipients = recipientsOf(rules, others);
  const called = ({ to_party, to_kind }: Recipient) =>
    to_party ? partyName(to_party) : to_kind ? t(`rules/kinds/${to_kind}`) : t('rules/everybody');
  const ofWhat = ({ category, handling }: Row) =>
    [category ? t(`category/${category}`) : t('rules/anyCategory'), handling].filter(Boolean).join(', ');
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('rules/matrix'), role: 'group' }}>
      <table className={classes['matrix']}>
        <thead>
          <tr>
            <th scope="col">{t('rules/ofWhat')}</th>
            {recipients.map((one) => (
              <th key={one.key} scope="col">
                {called(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(rules).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.category ? t(`category/${row.category}`) : t('rules/anyCategory')}
                {row.handling ? (
                  <>
                    {' '}
                    <HandlingCodes codes={[row.handling]} />
                  </>
                ) : null}
              </th>
              {recipients.map((one) => {
                const rule = ruleIn(rules, row, one);
                const place = `${ofWhat(row)}, ${called(one)}`;
                if (rule)
                  return (
                    <td key={one.key}>
                      <Rule rule={rule} place={place} onChange={decides ? () => onChange(rule) : null} />
                    </td>
                  );
                const cell = {
                  category: row.category,
                  handling: row.handling,
                  to_party: one.to_party,
                  to_kind: one.to_kind,
                };
                return (
                  <td key={one.key}>
                    {decides ? (
                      <UnstyledButton
                        className={classes['blank']}
                        aria-label={t('rules/addIn', { place })}
                        onClick={() => onAdd(cell)}
                      >
                        +
                      </UnstyledButton>
                    ) : (
                      <div className={classes['blank']}>—</div>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Rule({ rule, place, onChange }: { rule: AccessRuleView; place: string; onChange: (() => void) | null }) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const level = t(`level/${rule.level}`);
  const said = (
    <>
      <span className={classes['level']} data-level={rule.level}>
        {level}
      </span>
      {rule.effect === 'gives' ? null : <span className={classes['kept']}>{t(`rules/kept/${rule.effect}`)}</span>}
      <span className={classes['terms']}>
        {[...conditionsOf(rule, { t, zone, locale }), rule.four_eyes ? t('fourEyes/byRule') : null, rule.clause]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={classes['code']}>{rule.code}</span>
    </>
  );
  if (!onChange) return <span className={classes['rule']}>{said}</span>;
  return (
    <UnstyledButton
      className={classes['rule']}
      aria-label={`${t('rules/changeIn', { place })}. ${level}`}
      onClick={onChange}
    >
      {said}
    </UnstyledButton>
  );
}
