/** Chooses country, instrument and data for the identifiers, and opens the form of the request with them. */
import { Button, Group, Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { PointOfContact } from '@/features/requests/directory/PointOfContact';
import { contactsQuery } from '@/features/requests/directory/queries';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { instrumentsQuery } from '@/features/requests/form/queries';
import { CATEGORIES } from '@/features/requests/form/draft';
import { proposedTitle } from '@/features/requests/lines/proposedTitle';
import { adviceQuery } from '@/features/requests/routes/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import {
  countryOf,
  hasSeveralCountries,
  itemOf,
  lineOf,
  linesOf,
  providerKeyOf,
  providerOf,
  type Category,
  type RequestDraft,
} from './draft';
import type { RecognisedView } from './queries';
import classes from './Recognise.module.css';

/** Instruments that ask for preservation, the first one preferred where it applies. */
const PRESERVING = ['EPOC_PR', 'BUDAPEST_29'];

export function PreservationPanel({ text, chosen }: { text: string; chosen: RecognisedView[] }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useRequestWords();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<{ country?: string | null; instrument?: string }>({});
  const [category, setCategory] = useState<Category>('TRAFFIC');
  const country = picked.country === undefined ? countryOf(chosen) : picked.country;
  const provider = providerKeyOf(chosen);
  const advice = useQuery({ ...adviceQuery(jit.id, country ?? '', provider), enabled: country !== null });
  const { data: instruments } = useQuery(instrumentsQuery());
  const { data: contacts } = useQuery(contactsQuery());
  const routes = (country === null ? [] : (advice.data?.routes ?? [])).filter(({ instrument }) =>
    PRESERVING.includes(instrument),
  );
  const route = routes.find((one) => one.instrument === picked.instrument) ?? routes[0];
  const instrument = route?.instrument;
  const draft = (): RequestDraft => {
    const basis = instruments?.items.find(({ key }) => key === instrument)?.legal_basis.value;
    const contact = contacts?.items.find((one) => one.country === country && one.role === 'contact_24_7');
    return {
      instrument: instrument ?? null,
      country: route?.country ?? country,
      authority: (instrument === 'BUDAPEST_29' ? contact?.unit.value : providerOf(chosen, country)) ?? '',
      title: route
        ? proposedTitle(
            t,
            route.instrument,
            said(route.title),
            chosen.map(({ value }) => ({ kind: 'data', data_category: category, identifier: value })),
          )
        : '',
      legal_basis: basis ? said(basis) : '',
      facts: linesOf(text, chosen),
      items: chosen.map((one) =>
        itemOf(one, category, lineOf(text, one), {
          country,
          provider: (name) => t('recognise/provider', { name }),
        }),
      ),
    };
  };
  return (
    <Stack gap="sm">
      <Panel title={t('recognise/preservation')}>
        <Stack gap="sm">
          {hasSeveralCountries(chosen) ? <Notice tone="warn">{t('recognise/severalCountries')}</Notice> : null}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <CountrySelect
              required
              label={t('requestForm/toCountry')}
              value={country}
              onChange={(next) => setPicked({ country: next })}
            />
            <Select
              allowDeselect={false}
              label={t('recognise/category')}
              data={CATEGORIES.map((value) => ({ value, label: t(`dataCategory/${value}`) }))}
              value={category}
              onChange={(next) => setCategory(CATEGORIES.find((one) => one === next) ?? category)}
            />
          </SimpleGrid>
          <ProblemNotice error={advice.error} onRetry={() => void advice.refetch()} />
          {routes.length > 0 ? (
            <Radio.Group
              label={t('requests/instrument')}
              value={instrument ?? null}
              onChange={(next) => setPicked((now) => ({ ...now, instrument: next }))}
            >
              <Stack gap={6} mt={4}>
                {routes.map((one) => (
                  <Radio
                    key={one.instrument}
                    value={one.instrument}
                    label={said(one.title)}
                    description={one.reasons.map(said).join('. ')}
                  />
                ))}
              </Stack>
            </Radio.Group>
          ) : null}
          {country !== null && advice.isSuccess && routes.length === 0 ? (
            <Notice tone="warn">{t('recognise/noInstrument')}</Notice>
          ) : null}
        </Stack>
      </Panel>
      <PointOfContact country={country} />
      <Group justify="flex-end" className={classes['acts'] ?? ''}>
        <Button
          disabled={chosen.length === 0 || country === null || advice.isPending}
          onClick={() =>
            void navigate({
              to: '/jits/$jit/requests/new',
              params: { jit: jit.id },
              search: {},
              state: { requestDraft: draft() },
            })
          }
        >
          {t('recognise/draft')}
        </Button>
      </Group>
    </Stack>
  );
}
