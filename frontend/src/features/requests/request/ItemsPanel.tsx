/** The items of a request: what each asks for, its state, deadline, ground and results. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { ItemLimits } from '@/features/requests/limits/ItemLimits';
import { portsOf, timeWords } from '@/features/requests/form/connection';
import { visible } from '@/lib/visible';
import type { ItemState, PossibleMoveView, RequestItemView, RequestView } from './queries';
import { holderOf, isSettled, isWithdrawal, nextDeadline } from './state';
import { DeadlineWhen, ItemStateTag } from './StateMarks';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

/** `tasksOf`: the tasks of an item, which another feature shows. */
type Props = {
  request: RequestView;
  now: number;
  tasksOf?: ((item: RequestItemView) => ReactNode) | undefined;
  onMove: (item: RequestItemView, step: PossibleMoveView) => void;
};

export function ItemsPanel({ request, now, tasksOf, onMove }: Props) {
  const { t } = useTranslation();
  const states = [...new Set(request.items.map(({ state }) => state))];
  const summary = states
    .map((state) => {
      const count = request.items.filter((one) => one.state === state).length;
      return `${t(`requestItemState/${state}`)}${t('common/colon')}${String(count)}`;
    })
    .join(' · ');
  return (
    <Panel title={t('requestDetail/items')} term="requestItem" aside={summary} flush>
      <div className={classes['heads']} aria-hidden>
        <span />
        {(['askedFor', 'state', 'deadline', 'ground', 'result'] as const).map((name) => (
          <span key={name}>{t(`requestItemHeads/${name}`)}</span>
        ))}
      </div>
      <ul className={classes['list']}>
        {request.items.map((item) => (
          <Item key={item.id} request={request} item={item} now={now} onMove={(step) => onMove(item, step)}>
            {tasksOf?.(item)}
          </Item>
        ))}
      </ul>
    </Panel>
  );
}

type ItemProps = {
  request: RequestView;
  item: RequestItemView;
  now: number;
  children: ReactNode;
  onMove: (step: PossibleMoveView) => void;
};

function Item({ request, item, now, children, onMove }: ItemProps) {
  const { t } = useTranslation();
  const { item: nameOf } = useRequestWords();
  const clock = nextDeadline(request.clocks.filter((one) => one.item === item.id));
  const results = request.results.filter((one) => one.item === item.id);
  const kind = item.data_category ? t(`dataCategory/${item.data_category}`) : t(`requestItem/${item.kind}`);
  return (
    <li className={classes['item']}>
      <span className="dim">{item.place}</span>
      <div>
        <strong>{nameOf(item)}</strong>
        <div className={classes['small']}>
          {kind}
          {item.identifier && item.description ? ` · ${visible(item.description)}` : null}
        </div>
        <Connection item={item} />
        {item.from || item.until ? (
          <div className={classes['small']}>
            {item.from ? <When at={item.from} form="column" /> : '…'} –{' '}
            {item.until ? <When at={item.until} form="column" /> : '…'}
          </div>
        ) : null}
        <ItemLimits request={request} item={item} />
        {children}
      </div>
      <div>
        <ItemStateTag state={item.state} />
        <MoveMenu item={item} onMove={onMove} />
      </div>
      <div>
        <span className={classes['label']}>{t('requestItemHeads/deadline')} </span>
        {clock ? <DeadlineWhen clock={clock} now={now} /> : <span className="dim">–</span>}
      </div>
      <div>
        <span className={classes['label']}>{t('requestItemHeads/ground')} </span>
        <HolderOrGround request={request} item={item} />
      </div>
      <div>
        <span className={classes['label']}>{t('requestItemHeads/result')} </span>
        {results.length === 0 ? (
          <span className="dim">{isSettled(item.state) ? '–' : t('requestDetail/noneYet')}</span>
        ) : null}
        {results.map(({ id, evidence }) => (
          <div key={id}>
            <ExhibitLink id={evidence} />
          </div>
        ))}
      </div>
    </li>
  );
}

/** Ports, protocol, time and line of the log beside the identifier. */
function Connection({ item }: { item: RequestItemView }) {
  const { t } = useTranslation();
  const ports = item.port === null ? null : t('recognise/port', { port: portsOf(item) });
  const told = [ports, item.protocol?.toUpperCase(), visible(timeWords(item))].filter(Boolean).join(' · ');
  return (
    <>
      {told ? <div className={classes['small']}>{told}</div> : null}
      {item.at ? (
        <div className={classes['small']}>
          <When at={item.at} />
        </div>
      ) : null}
      {item.identifier_confirmed ? (
        <div className={classes['small']}>{t('requestDetail/confirmedIdentifier')}</div>
      ) : null}
      {item.source_line ? <div className={`${classes['small'] ?? ''} mono`}>{visible(item.source_line)}</div> : null}
    </>
  );
}

/** The states that an item can reach now. */
function MoveMenu({ item, onMove }: Pick<ItemProps, 'item' | 'onMove'>) {
  const { t } = useTranslation();
  if (item.moves.length === 0) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          mt={4}
          size="compact-xs"
          variant="default"
          rightSection={<IconChevronDown size={12} aria-hidden />}
          aria-label={t('requestDetail/recordStateOf', { place: item.place })}
        >
          {t('requestDetail/recordState')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item.moves.map((step) => (
          <Menu.Item key={step.to} {...(isWithdrawal(step) ? { color: 'red' } : {})} onClick={() => onMove(step)}>
            {t(`requestItemMove/${step.to as ItemState}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The ground of a refusal; otherwise what became of an answered item, or who has the request. */
function HolderOrGround({ request, item }: { request: RequestView; item: RequestItemView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const holder = holderOf(request);
  const since = (
    <div className={classes['small']}>
      {t(isSettled(item.state) ? 'requestDetail/answeredOn' : 'requestDetail/since')}{' '}
      <When at={item.since_at} form="column" />
    </div>
  );
  if (item.ground)
    return (
      <>
        {t('requestDetail/ground')}
        {t('common/colon')}
        {visible(item.ground)}
        {since}
      </>
    );
  if (item.state === 'preserved')
    return (
      <>
        {request.production === null || request.production === 'drafted'
          ? t('requestDetail/notProduced')
          : t('requestDetail/produced')}
        {since}
      </>
    );
  if (isSettled(item.state)) return since;
  if (!holder) return <span className="dim">{t('requestDetail/noHolder')}</span>;
  return holder.authority === null ? partyName(holder.party) : visible(holder.authority);
}
