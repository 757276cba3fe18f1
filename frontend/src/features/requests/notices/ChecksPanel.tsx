/** The checks of a notice: fields that are missing, then the questions, section by section. */
import { Button, Group, Radio, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Panel } from '@/components/layout/Panel';
import { StateTag } from '@/components/text/StateTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { answer } from './acts';
import type { NoticeQuestionView, NoticeView } from './queries';
import { useChangedNotice } from './useChangedNotice';
import { useNoticeWords } from './useNoticeWords';
import classes from '@/features/requests/request/Request.module.css';

export function ChecksPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { said } = useNoticeWords();
  const [asked, setAsked] = useState<NoticeQuestionView | null>(null);
  const sections = [...new Set(notice.questions.map(({ section }) => section))];
  return (
    <>
      <Completeness notice={notice} />
      {sections.map((section) => {
        const questions = notice.questions.filter((one) => one.section === section);
        const settled = questions.filter(({ open }) => open === null).length;
        const waits = section === 'neutrality' && notice.missing.length > 0;
        return (
          <Panel
            key={section}
            title={questions[0] ? said(questions[0].section_title) : ''}
            aside={t('noticeDetail/settled', { count: settled, all: questions.length })}
          >
            {waits ? <p className={classes['none']}>{t('noticeDetail/completenessFirst')}</p> : null}
            <ul className={classes['list']}>
              {questions.map((one) => (
                <Question
                  key={one.question}
                  one={one}
                  onAnswer={notice.may.edit && !waits ? () => setAsked(one) : null}
                />
              ))}
            </ul>
          </Panel>
        );
      })}
      {asked ? <AnswerDialog notice={notice} question={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function Completeness({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useNoticeWords();
  return (
    <Panel
      title={t('noticeDetail/completeness')}
      aside={
        notice.may.edit ? (
          <Button
            variant="subtle"
            size="compact-xs"
            renderRoot={(props) => (
              <Link to="/jits/$jit/notices/$notice/edit" params={{ jit: jit.id, notice: notice.id }} {...props} />
            )}
          >
            {t('noticeDetail/fillIn')}
          </Button>
        ) : null
      }
    >
      {notice.missing.length === 0 ? <p className={classes['none']}>{t('noticeDetail/complete')}</p> : null}
      <ul className={classes['list']}>
        {notice.missing.map((one) => (
          <li key={one.field} className={classes['line']}>
            <span>{said(one.title)}</span>
            <StateTag tone={one.why === 'missing' ? 'warn' : 'bad'} pending={one.why === 'missing'}>
              {t(`noticeWhy/${one.why}`)}
            </StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Question({ one, onAnswer }: { one: NoticeQuestionView; onAnswer: (() => void) | null }) {
  const { t } = useTranslation();
  const { said } = useNoticeWords();
  const nameOf = useMemberName();
  const tone = one.open === null ? 'good' : one.open === 'unanswered' ? 'plain' : 'bad';
  return (
    <li className={classes['line']}>
      <div>
        {said(one.title)}
        {one.reason === null || one.seat === null || one.answered_at === null ? null : (
          <>
            <div className={classes['small']}>{visible(one.reason)}</div>
            <div className={classes['small']}>
              {nameOf(one.seat)} · <When at={one.answered_at} form="column" />
              {one.outdated ? ` · ${t('noticeDetail/outdated')}` : null}
            </div>
          </>
        )}
      </div>
      <StateTag tone={tone} pending={one.open === 'unanswered'}>
        {one.answer === null
          ? t('noticeWhy/unanswered')
          : one.open === null
            ? t(`noticeAnswer/${one.answer}`)
            : t('noticeDetail/answerBut', { answer: t(`noticeAnswer/${one.answer}`), why: t(`noticeWhy/${one.open}`) })}
      </StateTag>
      {onAnswer ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('noticeDetail/answerTo', { question: said(one.title) })}
          onClick={onAnswer}
        >
          {t('noticeDetail/answer')}
        </Button>
      ) : null}
    </li>
  );
}

type Values = { answer: 'yes' | 'no' | 'unclear' | null; reason: string };
type Props = { notice: NoticeView; question: NoticeQuestionView; onClose: () => void };

function AnswerDialog({ notice, question, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useNoticeWords();
  const changed = useChangedNotice();
  const form = useForm<Values>({
    initialValues: { answer: question.answer, reason: question.reason ?? '' },
    validate: {
      answer: (value) => (value ? null : t('noticeDetail/needAnswer')),
      reason: (value) => (value.trim() ? null : t('requestDetail/needReason')),
    },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: (values: Values) =>
      answer(jit.id, notice.id, {
        question: question.question,
        answer: values.answer ?? 'unclear',
        reason: values.reason.trim(),
      }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const help =
    question.question === 'neutrality.purely'
      ? 'purely'
      : question.question === 'assurances.appeal'
        ? 'appeal'
        : question.section === 'neutrality'
          ? 'neutrality'
          : 'condition';
  return (
    <FormDialog
      title={said(question.section_title)}
      action={t('noticeDetail/saveAnswer')}
      pending={run.isPending}
      problem={problem}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Radio.Group
        required
        label={said(question.title)}
        description={t(`noticeQuestionHelp/${help}`)}
        {...form.getInputProps('answer')}
      >
        <Group gap="md" mt={6}>
          {(['no', 'yes', 'unclear'] as const).map((value) => (
            <Radio key={value} size="xs" value={value} label={t(`noticeAnswer/${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      {form.values.answer === 'unclear' ? <Text size="sm">{t('noticeDetail/legalReview')}</Text> : null}
      <Textarea required autosize minRows={2} label={t('common/reason')} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
