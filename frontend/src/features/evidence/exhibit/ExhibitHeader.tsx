/** Title, markings and main acts of an exhibit. */
import { ActionIcon, Badge, Menu, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconDots,
  IconDownload,
  IconEye,
  IconFlag,
  IconPencil,
  IconScale,
  IconShieldCheck,
  IconTrashX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ActButton } from '@/components/exhibits/ActButton';
import { Markings } from '@/components/exhibits/Markings';
import { useBecause } from '@/components/exhibits/useBecause';
import { Notice } from '@/components/notices/Notice';
import { Copyable } from '@/components/text/Copyable';
import { fixityQuery } from '@/features/custody/fixity/queries';
import { isViewable } from './viewable';
import classes from './Exhibit.module.css';

export type HeaderAct = 'open' | 'take' | 'zip' | 'close' | 'describe' | 'evaluate' | 'withdraw';
type Props = {
  exhibit: EvidenceView;
  onAct: (act: HeaderAct) => void;
  /** The place of the exhibit in a list. */
  position?: ReactNode;
  /** A further button beside the main acts. */
  beside?: ReactNode;
  /** Further items of the menu. */
  children?: ReactNode;
};

export function ExhibitHeader({ exhibit, onAct, position, beside, children }: Props) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const because = useBecause();
  const { may } = exhibit;
  const empty = exhibit.files_count === 0;
  const several = exhibit.files.filter(({ state }) => state === 'ready').length > 1;
  const within = (act: EvidenceView['may']['open']) =>
    empty && act.allowed ? { ...act, allowed: false, because: ['no_files'] } : act;
  const view = within(may.open);
  const opens = view.allowed && !isViewable(exhibit) ? { ...view, allowed: false, because: ['no_pages'] } : view;
  const refusedBy = (act: EvidenceView['may']['open']) => ({
    disabled: !act.allowed,
    title: act.allowed ? undefined : because(act.because),
  });
  return (
    <header className={classes['header']}>
      <div className={classes['crumb']}>
        <Link to="/jits/$jit/evidence" params={{ jit: jit.id }} search={{}} className={classes['back']}>
          <IconArrowLeft size={14} aria-hidden /> {t('exhibit/back')}
        </Link>
        {position}
      </div>
      <div className={classes['titleLine']}>
        <div className={classes['titles']}>
          <Title order={1} className={classes['title']} data-withdrawn={exhibit.status !== 'active' || undefined}>
            {exhibit.title}
          </Title>
          <Copyable value={exhibit.exhibit_number} whole label={t('common/copyNumber')} />
        </div>
        <div className={classes['acts']}>
          <ActButton may={opens} leftSection={<IconEye size={15} aria-hidden />} onClick={() => onAct('open')}>
            {t('exhibit/open')}
          </ActButton>
          <ActButton
            may={within(may.take)}
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => onAct(several ? 'zip' : 'take')}
          >
            {t(several ? 'exhibit/takeAll' : 'exhibit/take')}
          </ActButton>
          {beside}
          {exhibit.mine || may.withdraw.allowed || may.close.allowed || children || several ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  size="30"
                  className={classes['more'] ?? ''}
                  variant="default"
                  aria-label={t('exhibit/actions')}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown maw={320}>
                {several && may.take.allowed ? (
                  <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => onAct('take')}>
                    {t('exhibit/take')}
                  </Menu.Item>
                ) : null}
                <Menu.Item
                  leftSection={<IconPencil size={15} />}
                  {...refusedBy(may.describe)}
                  onClick={() => onAct('describe')}
                >
                  {t('exhibit/describe')}
                </Menu.Item>
                {exhibit.mine ? (
                  <Menu.Item
                    leftSection={<IconScale size={15} />}
                    {...refusedBy(may.describe)}
                    onClick={() => onAct('evaluate')}
                  >
                    {t('evaluation/change')}
                  </Menu.Item>
                ) : null}
                <Menu.Item
                  leftSection={<IconTrashX size={15} />}
                  {...refusedBy(may.withdraw)}
                  onClick={() => onAct('withdraw')}
                >
                  {t('exhibit/withdraw')}
                </Menu.Item>
                {may.close.allowed ? (
                  <Menu.Item leftSection={<IconFlag size={15} />} onClick={() => onAct('close')}>
                    {t('filtering/flag')}
                  </Menu.Item>
                ) : null}
                {children}
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </div>
      </div>
      <div className={classes['crumb']}>
        <Badge variant="default" radius="sm" className={classes['badge'] ?? ''}>
          {t('exhibit/originIs', { party: partyName(exhibit.originator) })}
        </Badge>
        <Badge variant="default" radius="sm" className={classes['badge'] ?? ''}>
          {t(`kind/${exhibit.kind}`)} · {t(`category/${exhibit.category}`)}
        </Badge>
        <Markings handling={exhibit.handling} tlp={exhibit.tlp} />
        <Integrity exhibit={exhibit} />
      </div>
      {exhibit.status === 'withdrawn' ? <Notice tone="warn">{t('exhibit/withdrawnBanner')}</Notice> : null}
      {exhibit.status === 'erased' ? <Notice tone="warn">{t('retention/stubBanner')}</Notice> : null}
    </header>
  );
}

/** Green only where every file was compared and none differs. */
function Integrity({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const there = exhibit.status !== 'erased' && exhibit.files_count > 0 && exhibit.level !== 'listed';
  const { data } = useQuery({ ...fixityQuery(jit.id, exhibit.id), enabled: there });
  const differs = exhibit.files.some(
    ({ state, declared_sha256: declared, sha256 }) =>
      state === 'hash_differs' || (state === 'ready' && declared !== null && declared !== sha256),
  );
  if (!there || (!data && !differs)) return null;
  const failed = data?.verdict === 'failed';
  if (differs || failed)
    return (
      <span className={classes['integrity']} data-tone={failed ? 'bad' : 'warn'}>
        <IconAlertTriangle size={14} aria-hidden /> {t(failed ? 'exhibit/integrityFailed' : 'exhibit/integrityDiffers')}
      </span>
    );
  return (
    <span className={classes['integrity']} data-tone="good">
      <IconShieldCheck size={14} aria-hidden /> {t('exhibit/integrity')}
    </span>
  );
}
