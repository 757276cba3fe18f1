/** The items of a request: what each asks for, its state, deadline, ground and results. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import type { ItemState, PossibleMoveView, RequestItemView, RequestView } from './queries';
import { answered, nextDeadline } from './state';
import { DeadlineWhen, ItemStateTag } from './StateMarks';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

type Props = { request: RequestView; now: number; onMove: (item: RequestItemView, step: PossibleMoveView) => void };

export function ItemsPanel({ request, now, onMove }: Props) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('requestDetail/items')}
      aside={t('requestDetail/itemsAnswered', { count: answered(request), all: request.items.length })}
      flush
    >
      <div className={classes['heads']} aria-hidden>
        <span />
        {(['askedFor', 'state', 'deadline', 'ground', 'nextState'] as const).map((name) => (
          <span key={name}>{t(`requestItemHeads/${name}`)}</span>
        ))}
      </div>
      <ul className={classes['list']}>
        {request.items.map((item) => (
          <Item key={item.id} request={request} item={item} now={now} onMove={(step) => onMove(item, step)} />
        ))}
      </ul>
    </Panel>
  );
}

type ItemProps = { request: RequestView; item: RequestItemView; now: number; onMove: (step: PossibleMoveView) => void };

function Item({ request, item, now, onMove }: ItemProps) {
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
        {item.from || item.until ? (
          <div className={classes['small']}>
            {item.from ? <When at={item.from} form="column" /> : '…'} –{' '}
            {item.until ? <When at={item.until} form="column" /> : '…'}
          </div>
        ) : null}
      </div>
      <div>
        <ItemStateTag state={item.state} />
      </div>
      <div>
        <span className={classes['label']}>{t('requestItemHeads/deadline')} </span>
        {clock ? <DeadlineWhen clock={clock} now={now} /> : <span className="dim">–</span>}
      </div>
      <div>
        {item.ground ? (
          <div>{visible(item.ground)}</div>
        ) : (
          <span className={classes['small']}>
            {t('requestDetail/since')} <When at={item.since_at} form="column" />
          </span>
        )}
        {results.map(({ id, evidence }) => (
          <div key={id}>
            <ExhibitLink id={evidence} />
          </div>
        ))}
      </div>
      {item.moves.length > 0 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('requestDetail/recordStateOf', { place: item.place })}
              rightSection={<IconChevronDown size={13} aria-hidden />}
            >
              {t('requestDetail/recordState')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {item.moves.map((step) => (
              <Menu.Item key={step.to} onClick={() => onMove(step)}>
                {t(`requestItemMove/${step.to as ItemState}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
