/** Provenance: how it was obtained, by whom, on which legal basis, and what was declared of it. */
import { useTranslation } from 'react-i18next';
import { Fragment, type ReactNode } from 'react';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { useMemberName } from '@/components/text/useMemberName';
import { Copyable } from '@/components/text/Copyable';
import { HandlingCodes, TlpLabel } from '@/components/exhibits/Markings';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';
import { fullTime } from '@/lib/time';
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

export function ExhibitFacts({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { partyName, zone, locale } = useTeam();
  const nameOf = useMemberName();
  const listedOnly = useListedOnly(exhibit);
  const readable = exhibit.level !== 'listed';
  // Both zones only where their clocks differ.
  const at = exhibit.acquired_at;
  const elsewhere =
    at !== null &&
    exhibit.acquired_zone !== null &&
    fullTime(at, exhibit.acquired_zone, locale) !== fullTime(at, zone, locale);
  return (
    <dl className={classes['facts']}>
      {readable && exhibit.description ? (
        <Fact name={t('exhibit/description')}>
          <span className={classes['prose']}>{visible(exhibit.description)}</span>
        </Fact>
      ) : null}
      {readable && exhibit.acquired_at ? (
        <Fact name={t('exhibit/acquired')}>
          <When at={exhibit.acquired_at} zone={exhibit.acquired_zone ?? undefined} />
          {elsewhere ? (
            <span className="dim">
              {' '}
              · <When at={exhibit.acquired_at} />
            </span>
          ) : null}
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
      <Fact name={<Term of="originator">{t('exhibit/originator')}</Term>}>
        {partyName(exhibit.originator)} <span className="mono dim">{exhibit.originator}</span>
        {exhibit.joint.length > 0 ? (
          <>
            {' '}
            {t('joint/originators')}{' '}
            {exhibit.joint.map((code, at) => (
              <Fragment key={code}>
                {at > 0 ? ', ' : ''}
                {partyName(code)} <span className="mono dim">{code}</span>
              </Fragment>
            ))}
          </>
        ) : null}
      </Fact>
      <Fact name={t('exhibit/registered')}>
        <When at={exhibit.registered_at} />{' '}
        {exhibit.registered_by ? (
          <span className="dim">{t('exhibit/registeredBy', { seat: nameOf(exhibit.registered_by) })}</span>
        ) : null}
      </Fact>
      <Fact name={<Term of="handling">{t('exhibit/handling')}</Term>}>
        {exhibit.handling.map((code) => (
          <div key={code} className={classes['marking']}>
            <HandlingCodes codes={[code]} /> {t(`handling/${code}`)}
          </div>
        ))}
        <div className={classes['marking']}>
          <TlpLabel tlp={exhibit.tlp} /> {t(`tlp/${exhibit.tlp}`)}
        </div>
      </Fact>
      {exhibit.evaluation ? (
        <Fact name={<Term of="reliability">{t('evaluation/title')}</Term>}>
          <span className="mono">
            {exhibit.evaluation.source}
            {exhibit.evaluation.information}
          </span>{' '}
          {t(`evaluationSource/${exhibit.evaluation.source}`)},{' '}
          {t(`evaluationInformation/${exhibit.evaluation.information}`)}{' '}
          <span className="dim">{t('evaluation/by', { party: partyName(exhibit.originator) })}</span>
          {exhibit.evaluation.scheme ? (
            <div className="dim">
              {t('evaluation/originally', { scheme: exhibit.evaluation.scheme, value: exhibit.evaluation.value })}
            </div>
          ) : null}
        </Fact>
      ) : null}
      {exhibit.handling_text ? (
        <Fact name={t('exhibit/handlingText')}>
          <span className={classes['prose']}>{visible(exhibit.handling_text)}</span>
        </Fact>
      ) : null}
      {exhibit.declared_hashes && exhibit.declared_hashes.length > 0 ? (
        <Fact name={<Term of="hash">{t('exhibit/hashes')}</Term>}>
          {exhibit.declared_hashes.map(({ algorithm, value, of }) => (
            <div key={value} className={classes['hash']}>
              <span className="dim">
                {algorithm.toUpperCase()} {t(of === 'medium' ? 'exhibit/ofMedium' : 'exhibit/ofContainer')}
              </span>{' '}
              <Copyable value={value} />
            </div>
          ))}
        </Fact>
      ) : null}
      <Fact name={<Term of="level">{t('exhibit/level')}</Term>}>
        {t(`level/${exhibit.level}`)}. <span className="dim">{t(`level/${exhibit.level}Help`)}</span>
      </Fact>
      {readable ? null : <Notice tone="locked">{listedOnly}</Notice>}
    </dl>
  );
}
