/** The content of a notice, section by section. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Day } from '@/components/text/Day';
import { visible } from '@/lib/visible';
import type { NoticeView } from './queries';
import { fieldsOf, type FieldSpec, type FieldType, type SectionName } from './state';
import { useNoticeWords } from './useNoticeWords';
import { useOptionWords } from './useOptionWords';
import classes from '@/features/requests/request/Request.module.css';

export function NoticeContentPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const over = ['withdrawn', 'expired', 'recalled'].includes(notice.state);
  return (['subject', 'case', 'head'] as const).map((section) => (
    <Panel
      key={section}
      title={t(`noticeSection/${section}`)}
      aside={
        notice.may.edit || (section === 'head' && notice.may.work && !over) ? (
          <Button
            variant="subtle"
            size="compact-xs"
            renderRoot={(props) => (
              <Link to="/jits/$jit/notices/$notice/edit" params={{ jit: jit.id, notice: notice.id }} {...props} />
            )}
          >
            {t('noticeDetail/edit')}
          </Button>
        ) : null
      }
    >
      <Facts notice={notice} section={section} />
    </Panel>
  ));
}

function Facts({ notice, section }: { notice: NoticeView; section: SectionName }) {
  const { t } = useTranslation();
  const show = useValue();
  const known = fieldsOf(section, notice.kind, notice.is_diffusion).flatMap((one) => {
    const shown = show(one, notice.content[one.name]);
    return shown === null ? [] : [{ name: one.name, shown }];
  });
  if (known.length === 0) return <p className={classes['none']}>{t('requestDetail/noContent')}</p>;
  return (
    <dl className={classes['facts']}>
      {known.map(({ name, shown }) => (
        <div key={name} className={classes['fact']}>
          <dt>{t(`noticeField/${name}`)}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Shows a value in words; null where there is none. */
function useValue() {
  const { t } = useTranslation();
  const { country, language } = useNoticeWords();
  const option = useOptionWords();
  return (field: FieldSpec, value: string | number | boolean | string[] | null): ReactNode => {
    if (value === null) return null;
    if (typeof value === 'boolean') return t(value ? 'noticeAnswer/yes' : 'noticeAnswer/no');
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') {
      if (field.type === 'day') return <Day day={value} />;
      return field.type === 'choice' ? option(field.name)(value) : visible(value);
    }
    const names: Partial<Record<FieldType, (one: string) => string>> = {
      countries: country,
      languages: language,
      names: visible,
    };
    const name = names[field.type] ?? option(field.name);
    return value.length === 0 ? null : value.map(name).join(', ');
  };
}
