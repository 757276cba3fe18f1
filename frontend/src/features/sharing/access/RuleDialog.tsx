/** The form of a rule: exhibits, recipients, access and clause, and its effect on such an exhibit. */
import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addRule, changeRule, type AccessRuleView } from './queries';
import { isStale } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { CATEGORIES, HANDLING } from '@/api/views';
import { SideDialog } from '@/components/dialogs/Dialog';
import { Foreseen } from '@/components/sharing/Foreseen';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Conditions } from '@/components/sharing/Conditions';
import { LevelChoice } from '@/components/sharing/LevelChoice';
import { problemsOf, type Draft } from '@/components/sharing/draft';
import { addressed, choiceOf, EVERYBODY, KINDS_OF_PARTY, type Cell } from './cell';
import { draftOf, termsOf } from './draft';

type Values = Draft & { cell: Cell; byTwo: boolean; reason: string };
type Props = { rule: AccessRuleView | null; cell: Cell; onClose: () => void; onRetire: () => void };

export function RuleDialog({ rule, cell: begun, onClose, onRetire }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      cell: {
        category: begun.category ?? null,
        handling: begun.handling ?? null,
        to_party: begun.to_party ?? null,
        to_kind: begun.to_kind ?? null,
      },
      ...draftOf(rule, zone),
      byTwo: rule?.four_eyes ?? false,
      reason: '',
    },
    validate: {
      basis: (value) => (value.trim() ? null : t('rules/needClause')),
      reason: (value) => (rule === null || value.trim() ? null : t('exhibit/needReason')),
    },
  });
  const draft: Draft = form.values;
  const { cell, byTwo } = form.values;
  const terms = { ...termsOf(draft, cell, zone), four_eyes: byTwo && draft.level !== 'none' };
  const wrong = Object.keys(problemsOf(draft, 'AMBER', zone, Date.now())).length > 0;
  const { run, notice } = useFormMutation(form, {
    names: { not_before: 'from' },
    mutationFn: ({ reason }: Values) =>
      rule ? changeRule(jit.id, rule, { ...terms, reason: reason.trim() }) : addRule(jit.id, { ...cell, ...terms }),
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: keys.accessRules(jit.id) });
      notifications.show({ title: t('rules/saved', { code: saved.code }), message: t('rules/savedHelp') });
      onClose();
    },
    onError: () => void queries.invalidateQueries({ queryKey: keys.accessRules(jit.id) }),
  });
  const submit = form.onSubmit((values) => {
    if (!wrong) run.mutate(values);
  });
  const stale = isStale(run.error);
  const like = { category: cell.category ?? 'other', handling: [cell.handling ?? 'H0'] } as const;
  const wish =
    wrong || draft.basis.trim() === ''
      ? null
      : { draft: { category: like.category, handling: [...like.handling] }, rule: { ...cell, ...terms } };
  return (
    <SideDialog onClose={onClose} title={rule ? t('rules/change', { code: rule.code }) : t('rules/add')} size="40rem">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Where cell={cell} fixed={rule !== null} onChange={(next) => form.setFieldValue('cell', next)} />
          {rule ? (
            <Link
              className="exhibit-link"
              to="/jits/$jit/audit"
              params={{ jit: jit.id }}
              search={{ kind: ['access_rule.changed'], q: rule.code }}
            >
              {t('rules/history', { version: rule.version })}
            </Link>
          ) : null}
          <LevelChoice
            label={t('releases/level')}
            value={draft.level}
            onChange={(level) => form.setFieldValue('level', level)}
          />
          <span className="dim">{t(`level/${draft.level}Help`)}</span>
          <TextInput
            required
            label={t('rules/clause')}
            description={t('rules/clauseHelp')}
            maxLength={120}
            {...form.getInputProps('basis')}
          />
          {draft.level === 'none' ? null : (
            <Conditions
              party={cell.to_party ?? null}
              draft={draft}
              tlp="AMBER"
              withBasis={false}
              onChange={(next) => form.setValues(next)}
            />
          )}
          {draft.level === 'none' ? null : (
            <Checkbox
              size="xs"
              label={t('fourEyes/rule')}
              description={t('fourEyes/ruleHelp')}
              {...form.getInputProps('byTwo', { type: 'checkbox' })}
            />
          )}
          {rule ? (
            <Textarea required label={t('rules/reason')} maxLength={10_000} {...form.getInputProps('reason')} />
          ) : null}
          {wish ? (
            <section>
              <Title order={2} mb="xs">
                {t('rules/whoCould')}
              </Title>
              <Foreseen wish={wish} {...(cell.to_party ? { only: [cell.to_party] } : {})} />
            </section>
          ) : null}
          {stale ? <Notice tone="warn">{t('rules/stale')}</Notice> : <ProblemNotice error={notice} />}
          <Group justify="space-between" gap="xs">
            {rule ? (
              <Button variant="subtle" color="red" c="var(--l-bad)" onClick={onRetire}>
                {t('rules/retire')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common/cancel')}
              </Button>
              <Button type="submit" loading={run.isPending}>
                {t('rules/save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}

function Where({ cell, fixed, onChange }: { cell: Cell; fixed: boolean; onChange: (cell: Cell) => void }) {
  const { t } = useTranslation();
  const { parties, seat, partyName } = useTeam();
  const any = '*';
  const recipients = [
    { value: EVERYBODY, label: t('rules/everybody') },
    ...parties
      .filter(({ code }) => code !== seat.party)
      .map(({ code }) => ({ value: `party:${code}`, label: partyName(code) })),
    ...KINDS_OF_PARTY.map((kind) => ({ value: `kind:${kind}`, label: t(`rules/kinds/${kind}`) })),
  ];
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <Select
          searchable
          disabled={fixed}
          allowDeselect={false}
          label={t('evidence/category')}
          data={[
            { value: any, label: t('rules/anyCategory') },
            ...CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) })),
          ]}
          value={cell.category ?? any}
          onChange={(next) => onChange({ ...cell, category: CATEGORIES.find((one) => one === next) ?? null })}
        />
        <Select
          disabled={fixed}
          allowDeselect={false}
          label={t('evidence/handling')}
          data={[{ value: any, label: t('rules/anyHandling') }, ...HANDLING]}
          value={cell.handling ?? any}
          onChange={(next) => onChange({ ...cell, handling: HANDLING.find((one) => one === next) ?? null })}
        />
        <Select
          searchable
          disabled={fixed}
          allowDeselect={false}
          label={t('rules/recipient')}
          data={recipients}
          value={choiceOf(cell)}
          onChange={(next) => onChange({ ...cell, ...addressed(next ?? EVERYBODY) })}
        />
      </SimpleGrid>
      {fixed ? (
        <Text size="xs" c="dimmed" mt={4}>
          {t('rules/cellHelp')}
        </Text>
      ) : null}
    </div>
  );
}
