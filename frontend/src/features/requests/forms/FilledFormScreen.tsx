/** The form of a request: its sections, what is missing, checks against the country card, and its documents. */
import { Accordion, Button, Select } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconFolderDown, IconMail } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { keys } from '@/api/queries';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import type { RequestView } from '@/features/requests/request/queries';
import { ChecksPanel } from './ChecksPanel';
import { ConnectorDialog } from './ConnectorDialog';
import { documentLink, formQuery, type DocumentLanguage, type RequestFormView } from './queries';
import { SectionPanel } from './SectionPanel';
import { SendFormDialog } from './SendFormDialog';
import '@/theme/accordion.css';
import head from '@/features/requests/request/Request.module.css';
import classes from './Forms.module.css';

/** `onChoose`: another form of the instrument is shown, before values are saved. */
type Props = {
  request: RequestView;
  data: RequestFormView;
  language: DocumentLanguage;
  onChoose: (form: string) => void;
};

export function FilledFormScreen({ request, data, language, onChoose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const first = data.sections.find((one) => one.missing > 0) ?? data.sections[0];
  const [open, setOpen] = useState<string[]>(first ? [first.key] : []);
  /** Sections that were opened stay, so that what is typed there is kept. */
  const [shown, setShown] = useState<string[]>(open);
  const [sending, setSending] = useState(false);
  const choices = data.forms.filter(({ follow_up }) => follow_up === null);
  const onSaved = (now: RequestFormView) => {
    const key = now.follow_up === null ? undefined : now.key;
    queries.setQueryData(formQuery(jit.id, request.id, language, key).queryKey, now);
    for (const queryKey of keys.requests(jit.id)) void queries.invalidateQueries({ queryKey });
  };
  return (
    <div className={classes['screen']}>
      <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request: request.id }} className={head['back']}>
        <IconArrowLeft size={14} aria-hidden /> {t('filledForm/back', { number: request.number })}
      </Link>
      <ScreenHead title={data.title} help={t('filledForm/help')} />
      <Standing request={request} data={data} />
      <div className={classes['columns']}>
        <Accordion
          multiple
          variant="separated"
          value={open}
          onChange={(keys) => {
            setOpen(keys);
            setShown([...new Set([...shown, ...keys])]);
          }}
        >
          {data.sections.map((section) => (
            <Accordion.Item key={section.key} value={section.key}>
              <Accordion.Control>
                <span className={classes['sectionHead']}>
                  {section.title}
                  {section.missing > 0 ? (
                    <StateTag tone="warn">{t('filledForm/missing', { count: section.missing })}</StateTag>
                  ) : (
                    <StateTag tone="good">{t('filledForm/complete')}</StateTag>
                  )}
                </span>
              </Accordion.Control>
              <Accordion.Panel>
                {shown.includes(section.key) ? (
                  <SectionPanel
                    key={`${data.key} ${JSON.stringify(data.values[section.key] ?? null)}`}
                    request={request.id}
                    language={language}
                    data={data}
                    section={section}
                    onSaved={onSaved}
                  />
                ) : null}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
        <div className={classes['aside']}>
          {data.follow_up !== null && data.may_edit ? (
            <Button disabled={data.version === 0} onClick={() => setSending(true)}>
              {t('filledForm/send')}
            </Button>
          ) : null}
          {data.follow_up === null && choices.length > 1 && data.version === 0 ? (
            <Select
              allowDeselect={false}
              label={t('filledForm/form')}
              data={choices.map(({ key, title }) => ({ value: key, label: title }))}
              value={data.key}
              onChange={(key) => {
                if (key) onChoose(key);
              }}
            />
          ) : null}
          <Documents request={request} language={language} data={data} />
          <ChecksPanel data={data} />
          <Advice data={data} />
        </div>
      </div>
      {sending ? (
        <SendFormDialog
          request={request}
          data={data}
          language={language}
          onSent={onSaved}
          onClose={() => setSending(false)}
        />
      ) : null}
    </div>
  );
}

/** Whether the form is a draft, and how others comment on it. */
function Standing({ request, data }: { request: RequestView; data: RequestFormView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const readers = request.releases.filter(({ level }) => level === 'content').map(({ party }) => partyName(party));
  const works = request.level === 'own';
  if (data.sent_at !== null)
    return (
      <Notice tone="locked">
        {t('filledForm/sentAt')} <When at={data.sent_at} />
      </Notice>
    );
  if (!data.may_edit) return <Notice tone="locked">{t(works ? 'filledForm/fixed' : 'filledForm/mayNot')}</Notice>;
  return (
    <Notice>
      {readers.length > 0 ? t('filledForm/sharedWith', { parties: readers.join(', ') }) : t('filledForm/shareHelp')}
    </Notice>
  );
}

type DocumentProps = { request: RequestView; language: DocumentLanguage; data: RequestFormView };

function Documents({ request, language, data }: DocumentProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [spoken, setSpoken] = useState(language);
  const [packing, setPacking] = useState(false);
  const form = data.follow_up === null ? undefined : data.key;
  const link = (name: string, query: Record<string, string> = {}) =>
    documentLink(jit.id, request.id, name, { ...query, ...(form ? { form } : {}) });
  const provider = { for_provider: 'true' };
  const packs = request.level === 'own' && request.direction === 'out';
  const reminds =
    data.follow_up === null &&
    request.direction === 'out' &&
    !data.may_edit &&
    !['CLOSED', 'WITHDRAWN', 'DRAFT'].includes(request.state);
  const documents = [
    { name: 'pdf', href: link('form.pdf', { language: spoken }), Icon: IconDownload },
    ...(data.goes_to_provider
      ? ([
          { name: 'providerPdf', href: link('form.pdf', { language: spoken, ...provider }), Icon: IconDownload },
          { name: 'providerJson', href: link('form.json', provider), Icon: IconDownload },
          ...(packs
            ? ([
                {
                  name: 'providerFolder',
                  href: link('ecodex.zip', { language: spoken, ...provider }),
                  Icon: IconFolderDown,
                },
              ] as const)
            : []),
        ] as const)
      : []),
    { name: 'json', href: link('form.json'), Icon: IconDownload },
    ...(reminds
      ? [{ name: 'reminder', href: link('reminder.pdf', { language: spoken }), Icon: IconMail } as const]
      : []),
  ] as const;
  return (
    <Panel title={t('filledForm/documents')}>
      <div className={classes['documents']}>
        <Select
          allowDeselect={false}
          label={t('filledForm/language')}
          data={(['en', 'fr'] as const).map((value) => ({ value, label: t(`filledForm/${value}`) }))}
          value={spoken}
          onChange={(value) => setSpoken(value === 'fr' ? 'fr' : 'en')}
        />
        {documents.map(({ name, href, Icon }) => (
          <Button
            key={name}
            component="a"
            href={href}
            download
            variant="default"
            leftSection={<Icon size={14} aria-hidden />}
          >
            {t(`filledForm/${name}`)}
          </Button>
        ))}
        {packs ? (
          <Button
            variant="default"
            leftSection={<IconFolderDown size={14} aria-hidden />}
            onClick={() => setPacking(true)}
          >
            {t('filledForm/ecodex')}
          </Button>
        ) : null}
        {data.may_edit ? <p className={classes['note']}>{t('filledForm/draftMark')}</p> : null}
        <p className={classes['note']}>{t('filledForm/noConformity', { source: data.source })}</p>
      </div>
      {packing ? (
        <ConnectorDialog request={request} form={form} language={spoken} onClose={() => setPacking(false)} />
      ) : null}
    </Panel>
  );
}

/** Fields without a value that are good practice. */
function Advice({ data }: { data: RequestFormView }) {
  const { t } = useTranslation();
  if (data.advised.length === 0) return null;
  const titles = new Map(data.sections.map(({ key, title }) => [key, title]));
  // A repeated group lacks the same field once in each entry: one line is enough.
  const lines = new Set(
    data.advised.map(({ section, title }) => `${titles.get(section) ?? section}${t('common/colon')}${title}`),
  );
  return (
    <Panel title={t('filledForm/advised')}>
      <ul className={classes['advice']}>
        {[...lines].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}
