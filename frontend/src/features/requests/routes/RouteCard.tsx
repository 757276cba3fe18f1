/** One lawful route: who issues it, what it is worth in court, how long it takes, and why it is proposed. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { useTeam } from '@/api/team';
import { contactsQuery, providerCardsQuery } from '@/features/requests/directory/queries';
import { blankItem, CATEGORIES } from '@/features/requests/form/draft';
import { instrumentsQuery } from '@/features/requests/form/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { durationOf } from '@/features/reference/shown/values';
import { addresseeOf } from './addressee';
import type { RoutesForm, RouteView } from './queries';
import classes from './Routes.module.css';

export function RouteCard({ route, asked }: { route: RouteView; asked: RoutesForm }) {
  const { t, i18n } = useTranslation();
  const { said, country } = useRequestWords();
  const list = (all: string[]) => new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(all);
  const named = (all: RouteView['authoriser']) => list(all.map((one) => t(`issuingAuthority/${one}`)));
  const days = route.expected_days;
  return (
    <div className={classes['route']}>
      <div>
        <strong>{said(route.title)}</strong>
        <ul className={classes['reasons']}>
          {route.reasons.map((reason) => (
            <li key={reason.code}>{said(reason)}</li>
          ))}
        </ul>
      </div>
      <dl className={classes['facts']}>
        <dt>{t('routes/addressee')}</dt>
        <dd>{country(route.country)}</dd>
        <dt>{t('routes/authoriser')}</dt>
        <dd>
          {route.authoriser.length > 0 ? named(route.authoriser) : t('reference/notRecorded')}
          {route.validated_by.length > 0 ? (
            <div>{t('reference/validatedBy', { who: named(route.validated_by) })}</div>
          ) : null}
        </dd>
        <dt>{t('referenceValue/court_use')}</dt>
        <dd>{route.court_use ? t(`courtUse/${route.court_use}`) : t('reference/notRecorded')}</dd>
        <dt>{t('routes/deadline')}</dt>
        <dd>{route.deadline ? <Limit limit={route.deadline} /> : t('routes/noDeadline')}</dd>
        <dt>{t('routes/expected')}</dt>
        <dd>
          {days === null
            ? t('routes/noRecord')
            : `${days < 1 ? t('routes/lessThanADay') : t('routes/days', { count: Math.ceil(days) })} (${t('routes/records', { count: route.records })})`}
        </dd>
      </dl>
      {route.requestable ? <StartRequest route={route} asked={asked} /> : null}
    </div>
  );
}

function Limit({ limit }: { limit: NonNullable<RouteView['deadline']> }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const { count, unit } = durationOf(limit.duration);
  const counted = unit === 'D' ? (limit.basis === 'working' ? 'working' : 'days') : unit;
  return (
    <>
      {t(`reference/lasts${counted}` as 'reference/lastsdays', { count })} ({said(limit.title)})
    </>
  );
}

/** Opens the form of a request with this instrument and the country of the question. */
export function StartRequest({
  route,
  asked,
}: {
  route: Pick<RouteView, 'instrument' | 'country'>;
  asked: RoutesForm;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useRequestWords();
  const navigate = useNavigate();
  const { data } = useQuery(instrumentsQuery());
  const { data: providers } = useQuery(providerCardsQuery());
  const { data: contacts } = useQuery(contactsQuery());
  if (jit.state !== 'operational') return null;
  const start = () => {
    const basis = data?.items.find(({ key }) => key === route.instrument)?.legal_basis.value;
    const category = CATEGORIES.find((one) => one === asked.data_category);
    void navigate({
      to: '/jits/$jit/requests/new',
      params: { jit: jit.id },
      search: {},
      state: {
        requestDraft: {
          instrument: route.instrument,
          country: route.country,
          authority: addresseeOf(route, asked, providers?.items ?? [], contacts?.items ?? []),
          urgent: asked.urgency !== 'ordinary',
          legal_basis: basis ? said(basis) : '',
          items: [{ ...blankItem(), ...(category ? { data_category: category } : {}) }],
        },
      },
    });
  };
  return (
    <div className={classes['act']}>
      <Button size="compact-sm" variant="default" onClick={start}>
        {t('routes/start')}
      </Button>
    </div>
  );
}
