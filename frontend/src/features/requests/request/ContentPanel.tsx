/** The content of a request besides its items: authorities and references, and the case. */
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import type { RequestView } from './queries';
import { isDraft } from './state';
import classes from './Request.module.css';

const ENVELOPE = [
  'issuing_authority',
  'validating_authority',
  'legal_basis',
  'reference',
  'counterpart_reference',
] as const;
const CASE = ['facts', 'offence', 'purpose', 'confidentiality'] as const;
type Field = (typeof ENVELOPE)[number] | (typeof CASE)[number];

export function EnvelopePanel({ request }: { request: RequestView }) {
  const { t, i18n } = useTranslation();
  const { content } = request;
  if (content === null) return null;
  const authority = (request.to ?? request.from)?.authority;
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return (
    <Panel title={t('requestDetail/envelope')}>
      <dl className={classes['facts']}>
        {authority ? (
          <div className={classes['fact']}>
            <dt>{t('requestField/authority')}</dt>
            <dd>{visible(authority)}</dd>
          </div>
        ) : null}
        <Fields content={content} names={ENVELOPE} />
        {content.language ? (
          <div className={classes['fact']}>
            <dt>{t('requestField/language')}</dt>
            <dd>{languages.of(content.language) ?? content.language}</dd>
          </div>
        ) : null}
        {content.received_at ? (
          <div className={classes['fact']}>
            <dt>{t('requestField/received_at')}</dt>
            <dd>
              <When at={content.received_at} />
            </dd>
          </div>
        ) : null}
        <div className={classes['fact']}>
          <dt>{t(isDraft(request) ? 'requestDetail/drafted' : 'requestDetail/recorded')}</dt>
          <dd>
            <When at={request.created_at} form="column" />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

export function CasePanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { content } = request;
  if (content === null) return null;
  return (
    <Panel title={t('requestForm/case')}>
      {CASE.some((name) => content[name] !== null) ? null : (
        <p className={classes['none']}>{t('requestDetail/noContent')}</p>
      )}
      <dl className={classes['facts']}>
        <Fields content={content} names={CASE} />
      </dl>
    </Panel>
  );
}

type Content = NonNullable<RequestView['content']>;

function Fields({ content, names }: { content: Content; names: readonly Field[] }) {
  const { t } = useTranslation();
  return names.map((name) =>
    content[name] === null ? null : (
      <div key={name} className={classes['fact']}>
        <dt>{t(`requestField/${name}`)}</dt>
        <dd>{visible(content[name])}</dd>
      </div>
    ),
  );
}
