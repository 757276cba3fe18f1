/** The facts of an exhibit that are needed most: when, by whom, where and on which basis it was obtained. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Term } from '@/components/help/Term';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';
import { derivationsQuery } from '@/features/evidence/derivations/queries';
import { visible } from '@/lib/visible';
import { furtherFacts } from './fields';
import { useListedOnly } from './useListedOnly';
import classes from './Exhibit.module.css';

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function KeyFacts({ exhibit, onEdit }: { exhibit: EvidenceView; onEdit: () => void }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const { data } = useQuery(derivationsQuery(jit.id, exhibit.id));
  const listedOnly = useListedOnly(exhibit);
  const readable = exhibit.level !== 'listed';
  const links = (ids: readonly string[]) =>
    ids.map((id) => (
      <div key={id}>
        <ExhibitLink id={id} />
      </div>
    ));
  return (
    <Panel
      title={t('exhibit/facts')}
      aside={
        exhibit.may.describe.allowed ? (
          <Button variant="subtle" size="compact-xs" onClick={onEdit}>
            {t('exhibit/describe')}
          </Button>
        ) : null
      }
    >
      <dl className={classes['facts']}>
        {readable && exhibit.description ? (
          <Fact name={t('exhibit/description')}>
            <span className={classes['prose']}>{visible(exhibit.description)}</span>
          </Fact>
        ) : null}
        {exhibit.acquired_at ? (
          <Fact name={t('exhibit/acquired')}>
            <When at={exhibit.acquired_at} zone={exhibit.acquired_zone ?? undefined} />
          </Fact>
        ) : null}
        {readable ? (
          <>
            <Fact name={t('exhibit/acquiredBy')}>{exhibit.acquired_by}</Fact>
            <Fact name={t('exhibit/place')}>{exhibit.place}</Fact>
            <Fact name={<Term of="legalBasis">{t('exhibit/legalBasis')}</Term>}>{exhibit.legal_basis}</Fact>
            {furtherFacts(exhibit, locale).map(({ name, text }) => (
              <Fact key={name} name={t(`value/${name}`)}>
                {text}
              </Fact>
            ))}
          </>
        ) : null}
        {data && data.derived_from.length > 0 ? (
          <Fact name={t('derivations/from')}>{links(data.derived_from.map(({ evidence }) => evidence))}</Fact>
        ) : null}
        {data && data.derived.length > 0 ? (
          <Fact name={<Term of="derived">{t('derivations/into')}</Term>}>
            {links(data.derived.map(({ evidence }) => evidence))}
          </Fact>
        ) : null}
        <Fact name={t('exhibit/registered')}>
          <When at={exhibit.registered_at} />
        </Fact>
      </dl>
      {readable ? null : <Notice tone="locked">{listedOnly}</Notice>}
    </Panel>
  );
}
