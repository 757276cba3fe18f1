/** Name, time zone and language of the user, stored with the account. */
import { SegmentedControl, Select, Text } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeMe } from '@/api/actions';
import { meQuery } from '@/api/queries';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { LANGUAGES, languages, speak, spoken } from '@/i18n';
import { allZones } from '@/lib/zones';
import classes from './Account.module.css';

export function ProfilePanel() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery());
  const save = useMutation({
    mutationFn: changeMe,
    onSuccess: async (changed, { locale }) => {
      queries.setQueryData(meQuery().queryKey, changed);
      const language = spoken(locale);
      if (language) await speak(language);
    },
  });
  return (
    <Panel title={t('account/profile')} aside={<span role="status">{save.isSuccess ? t('account/saved') : ''}</span>}>
      <div className={classes['fields']}>
        <dl className={classes['who']}>
          <dt>{t('account/name')}</dt>
          <dd>{me.account.name}</dd>
          <dt>{t('account/email')}</dt>
          <dd>{me.account.email}</dd>
        </dl>
        <div>
          <Text component="span" size="sm" fw={600} id="account-language">
            {t('app/language')}
          </Text>
          <div>
            <SegmentedControl
              aria-labelledby="account-language"
              size="xs"
              mt={4}
              value={i18n.language}
              data={languages.map((one) => ({ value: one, label: LANGUAGES[one] }))}
              onChange={(locale) => save.mutate({ locale })}
            />
          </div>
        </div>
        <Select
          label={t('account/zone')}
          description={t('account/zoneHelp')}
          searchable
          allowDeselect={false}
          maw="22rem"
          value={me.account.time_zone}
          data={allZones()}
          limit={60}
          nothingFoundMessage={t('account/noZone')}
          onChange={(zone) => {
            if (zone && zone !== me.account.time_zone) save.mutate({ time_zone: zone });
          }}
        />
        <ProblemNotice error={save.error} />
      </div>
    </Panel>
  );
}
