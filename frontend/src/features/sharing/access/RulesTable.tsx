/** The rules of a party in words: which exhibits, to whom, which access, until when, on which clause. */
import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { StateTag } from '@/components/text/StateTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { AccessLevel } from '@/features/sharing/releases/AccessLevel';
import classes from '@/features/sharing/releases/Releases.module.css';
import { inOrder } from './cell';
import type { AccessRuleView } from './queries';

type Props = { rules: readonly AccessRuleView[]; onChange: ((rule: AccessRuleView) => void) | null };

export function RulesTable({ rules, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes['fitted']}>
      <Table className={classes['table'] ?? ''} aria-label={t('rules/title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rules/ofWhat')}</Table.Th>
            <Table.Th>{t('rules/recipient')}</Table.Th>
            <Table.Th>
              <Term of="level">{t('releases/level')}</Term>
            </Table.Th>
            <Table.Th>{t('releases/until')}</Table.Th>
            <Table.Th>{t('rules/clause')}</Table.Th>
            {onChange ? (
              <Table.Th>
                <span className="visually-hidden">{t('releases/actions')}</span>
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(rules).map((rule) => (
            <Row key={rule.id} rule={rule} onChange={onChange} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ rule, onChange }: Omit<Props, 'rules'> & { rule: AccessRuleView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const { to_party: party, to_kind: kind } = rule;
  const exhibits = rule.category ? t(`category/${rule.category}`) : t('rules/anyCategory');
  const recipient = party ? partyName(party) : kind ? t(`rules/kinds/${kind}`) : t('rules/everybody');
  const place = [exhibits, rule.handling, recipient].filter(Boolean).join(', ');
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['party'] ?? ''}>
        {exhibits}
        {rule.handling ? (
          <div className={classes['terms']}>{t('rules/withHandling', { code: rule.handling })}</div>
        ) : null}
      </Table.Th>
      <Table.Td data-label={t('rules/recipient')}>{recipient}</Table.Td>
      <Table.Td data-label={t('releases/level')}>
        <AccessLevel level={rule.level} />
        {rule.effect === 'gives' ? null : (
          <div>
            <StateTag tone="warn">{t(`rules/kept/${rule.effect}`)}</StateTag>
          </div>
        )}
        <Limits rule={rule} />
      </Table.Td>
      <Table.Td data-label={t('releases/until')}>
        {rule.not_before ? (
          <div>
            {t('releases/from')} <When at={rule.not_before} />
          </div>
        ) : null}
        {rule.until ? <When at={rule.until} /> : <span className="dim">{t('releases/noEnd')}</span>}
      </Table.Td>
      <Table.Td data-label={t('rules/clause')}>
        {rule.clause} <span className="mono dim">{rule.code}</span>
      </Table.Td>
      {onChange ? (
        <Table.Td className={classes['acts'] ?? ''}>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('rules/changeIn', { place })}
            onClick={() => onChange(rule)}
          >
            {t('rules/changeOne')}
          </Button>
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}

/** The members, authorities and purposes to which the access is limited, and a second leader. */
function Limits({ rule }: { rule: AccessRuleView }) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const nameOf = useMemberName();
  const authorities = parties.find(({ code }) => code === rule.to_party)?.authorities ?? [];
  const parts = [
    rule.seats?.map(nameOf).join(', '),
    rule.authorities?.map((code) => authorities.find((one) => one.code === code)?.name ?? code).join(', '),
    rule.purposes?.map((purpose) => t(`purpose/${purpose as 'AUDIT'}`)).join(', '),
    rule.four_eyes ? t('fourEyes/byRule') : null,
  ].filter(Boolean);
  return parts.map((part) => (
    <div key={part} className={classes['terms']}>
      {part}
    </div>
  ));
}
