/** Route adviser: asks for data, place, authority and urgency, and ranks the lawful routes with reasons. */
import { Button, Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { advise, type AdviceView, type RoutesForm } from './queries';
import { Contradiction } from './Contradiction';
import { ProviderSelect } from './ProviderSelect';
import { RouteCard } from './RouteCard';
import { WithoutTreaty } from './WithoutTreaty';
import classes from './Routes.module.css';

const CATEGORIES = ['PRESERVATION', 'SUBSCRIBER', 'IDENTIFICATION_ONLY', 'TRAFFIC', 'CONTENT', 'REAL_TIME'] as const;
const AUTHORITIES = ['prosecutor', 'judge', 'investigating_judge', 'court', 'other', 'spoc', 'ncb'] as const;
const URGENCIES = ['ordinary', 'urgent', 'emergency'] as const;
type Values = {
  data_category: (typeof CATEGORIES)[number];
  country: string | null;
  provider: string | null;
  authority: (typeof AUTHORITIES)[number] | null;
  urgency: (typeof URGENCIES)[number];
};

export function RoutesScreen() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const form = useForm<Values>({
    initialValues: { data_category: 'SUBSCRIBER', country: null, provider: null, authority: null, urgency: 'ordinary' },
    validate: { country: (value, { provider }) => (value || provider ? null : t('requestForm/needCountry')) },
  });
  const { run, notice } = useFormMutation<Values, { asked: RoutesForm; advice: AdviceView }, Values>(form, {
    mutationFn: async (values) => {
      return { asked: values, advice: await advise(jit.id, values) };
    },
  });
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('routes/title')} term="route" help={t('routes/help')} />
      {may('requests:work') ? (
        <>
          <Panel title={t('routes/question')}>
            <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
              <Stack gap="sm">
                <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm">
                  <Select
                    allowDeselect={false}
                    label={t('routes/category')}
                    data={CATEGORIES.map((value) => ({ value, label: t(`dataCategory/${value}`) }))}
                    {...form.getInputProps('data_category')}
                  />
                  <ProviderSelect {...form.getInputProps('provider')} />
                  <CountrySelect
                    required={form.values.provider === null}
                    label={t('routes/country')}
                    {...form.getInputProps('country')}
                  />
                  <Select
                    clearable
                    label={t('routes/authority')}
                    placeholder={t('routes/anyAuthority')}
                    data={AUTHORITIES.map((value) => ({ value, label: t(`routesAuthority/${value}`) }))}
                    {...form.getInputProps('authority')}
                  />
                  <Select
                    allowDeselect={false}
                    label={t('routes/urgency')}
                    data={URGENCIES.map((value) => ({ value, label: t(`routesUrgency/${value}`) }))}
                    {...form.getInputProps('urgency')}
                  />
                </SimpleGrid>
                <ProblemNotice error={notice} />
                <Group justify="flex-end">
                  <Button type="submit" loading={run.isPending}>
                    {t('routes/show')}
                  </Button>
                </Group>
              </Stack>
            </form>
          </Panel>
          {run.data ? (
            <Advice {...run.data} />
          ) : (
            <EmptyState icon={IconRoute} title={t('routes/empty')} help={t('routes/emptyHelp')} />
          )}
        </>
      ) : (
        <Notice tone="locked">{t('routes/mayNot')}</Notice>
      )}
    </div>
  );
}

function Advice({ asked, advice }: { asked: RoutesForm; advice: AdviceView }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  return (
    <>
      <Notice>{t('routes/noOpinion')}</Notice>
      <Panel title={t('routes/routes')} flush={advice.routes.length > 0}>
        {advice.routes.length > 0 ? (
          <ol className={classes['list']}>
            {advice.routes.map((route) => (
              <li key={route.instrument}>
                <RouteCard route={route} asked={asked} />
              </li>
            ))}
          </ol>
        ) : (
          <span className="dim">{t('routes/none')}</span>
        )}
      </Panel>
      {advice.without_treaty ? <WithoutTreaty advice={advice.without_treaty} asked={asked} /> : null}
      {advice.excluded.length > 0 ? (
        <Panel title={t('routes/excluded')}>
          <ul className={classes['excluded']}>
            {advice.excluded.map((one) => (
              <li key={one.instrument}>
                {said(one.title)}
                {t('common/colon')}
                <span className="dim">{said(one.reason)}</span>
                {one.contradiction ? <Contradiction of={one.contradiction} /> : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}
