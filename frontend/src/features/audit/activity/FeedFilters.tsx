import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { KIND_GROUPS } from '@/features/audit/log/kinds';
import type { FeedFilter } from './filter';
import classes from './Feed.module.css';

type Props = { filter: FeedFilter; onChange: (filter: FeedFilter) => void };

export function FeedFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const { members } = useTeam();
  const groups = KIND_GROUPS.map(({ group }) => ({ value: group, label: t(`kindGroup/${group}`) }));
  const people = members.map(({ code, name }) => ({ value: code, label: name ? `${name} (${code})` : code }));
  return (
    <div className={classes['filters']} role="group" aria-label={t('activity/title')}>
      <Select
        size="xs"
        clearable
        aria-label={t('activity/kind')}
        placeholder={t('activity/anyKind')}
        data={groups}
        value={filter.group}
        onChange={(value) =>
          onChange({ ...filter, group: KIND_GROUPS.find((one) => one.group === value)?.group ?? null })
        }
      />
      <Select
        size="xs"
        clearable
        searchable
        aria-label={t('activity/member')}
        placeholder={t('activity/anyMember')}
        data={people}
        value={filter.seat}
        onChange={(seat) => onChange({ ...filter, seat })}
      />
      <Switch
        size="xs"
        label={t('activity/mine')}
        checked={!filter.mine}
        onChange={(event) => onChange({ ...filter, mine: !event.currentTarget.checked })}
      />
    </div>
  );
}
