/** Which exhibit this is, how it is marked, and what one may do with it. */
import { Menu, ActionIcon, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconDots,
  IconDownload,
  IconEye,
  IconFlag,
  IconPencil,
  IconScale,
  IconTrashX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ActButton } from '@/components/exhibits/ActButton';
import { Copyable } from '@/components/text/Copyable';
import { Markings } from '@/components/exhibits/Markings';
import { Notice } from '@/components/notices/Notice';
import { PartyCode } from '@/components/text/PartyCode';
import { useBecause } from '@/components/exhibits/useBecause';
import classes from './Exhibit.module.css';

export type HeaderAct = 'open' | 'take' | 'verify' | 'filter' | 'close' | 'describe' | 'evaluate' | 'withdraw';
type Props = { exhibit: EvidenceView; onAct: (act: HeaderAct) => void; children?: ReactNode };

export function ExhibitHeader({ exhibit, onAct, children }: Props) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const because = useBecause();
  const { may } = exhibit;
  const empty = exhibit.files_count === 0;
  return (
    <header className={classes['header']}>
      <div className={classes['crumb']}>
        <Link to="/jits/$jit/evidence" params={{ jit: jit.id }} search={{}} className={classes['back']}>
          <IconArrowLeft size={14} aria-hidden /> {t('exhibit/back')}
        </Link>
        <Copyable value={exhibit.exhibit_number} whole label={t('common/copyNumber')} />
        <PartyCode
          code={exhibit.originator}
          tone="origin"
          name={t('evidence/originOf', { code: exhibit.originator, name: partyName(exhibit.originator) })}
        />
        <Markings handling={exhibit.handling} tlp={exhibit.tlp} />
        <span className="dim">
          {t(`kind/${exhibit.kind}`)} · {t(`category/${exhibit.category}`)}
        </span>
      </div>
      <div className={classes['titleLine']}>
        <Title order={1} className={classes['title']} data-withdrawn={exhibit.status !== 'active' || undefined}>
          {exhibit.title}
        </Title>
        <div className={classes['acts']}>
          <ActButton
            may={empty && may.open.allowed ? { ...may.open, allowed: false, because: ['no_files'] } : may.open}
            leftSection={<IconEye size={15} aria-hidden />}
            onClick={() => onAct('open')}
          >
            {t('exhibit/open')}
          </ActButton>
          <ActButton
            may={empty && may.take.allowed ? { ...may.take, allowed: false, because: ['no_files'] } : may.take}
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => onAct('take')}
          >
            {t('exhibit/take')}
          </ActButton>
          {exhibit.mine || may.withdraw.allowed || may.close.allowed || children ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="30" variant="default" aria-label={t('exhibit/actions')}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown maw={320}>
                <Menu.Item
                  leftSection={<IconPencil size={15} />}
                  disabled={!may.describe.allowed}
                  title={may.describe.allowed ? undefined : because(may.describe.because)}
                  onClick={() => onAct('describe')}
                >
                  {t('exhibit/describe')}
                </Menu.Item>
                {exhibit.mine ? (
                  <Menu.Item
                    leftSection={<IconScale size={15} />}
                    disabled={!may.describe.allowed}
                    title={may.describe.allowed ? undefined : because(may.describe.because)}
                    onClick={() => onAct('evaluate')}
                  >
                    {t('evaluation/change')}
                  </Menu.Item>
                ) : null}
                <Menu.Item
                  leftSection={<IconTrashX size={15} />}
                  disabled={!may.withdraw.allowed}
                  title={may.withdraw.allowed ? undefined : because(may.withdraw.because)}
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
      {exhibit.status === 'withdrawn' ? <Notice tone="warn">{t('exhibit/withdrawnBanner')}</Notice> : null}
      {exhibit.status === 'erased' ? <Notice tone="warn">{t('retention/stubBanner')}</Notice> : null}
    </header>
  );
}
