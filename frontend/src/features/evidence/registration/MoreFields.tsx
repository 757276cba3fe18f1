/** Less frequent details of a new exhibit, folded: description, further fields, sources, joint parties, hashes, markings. */
import { Accordion, Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HANDLING, RETENTIONS, TLPS } from '@/api/views';
import { useTeam } from '@/api/team';
import { explained } from '@/components/help/explained';
import { HashFields } from '@/features/evidence/acquisition/HashFields';
import { EvaluationFields } from '@/features/evidence/exhibit/EvaluationFields';
import { FieldInput } from '@/features/evidence/exhibit/FieldInput';
import { furtherOf, readable } from '@/features/evidence/exhibit/fields';
import { fieldsOf, toggleHandling, type RegisterForm } from './form';
import { RegisterJoint } from './RegisterJoint';
import { RegisterParents } from './RegisterParents';
import classes from './Register.module.css';

function Part({ name, title, now, children }: { name: string; title: string; now: string; children: ReactNode }) {
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>
        <span className={classes['partHead']}>
          <span>{title}</span>
          <span className="dim">{now}</span>
        </span>
      </Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}

/** Parts with an error are opened, so that the error is seen. */
export function MoreFields({
  form,
  opened,
  onOpened,
}: {
  form: RegisterForm;
  opened: string[];
  onOpened: (parts: string[]) => void;
}) {
  const { t } = useTranslation();
  const { may, partyName, locale } = useTeam();
  const { values } = form;
  const fields = fieldsOf(form);
  const marks = [...values.handling, t(`tlp/${values.tlp}_name`)].join(' · ');
  const joint = values.joint.length > 0 ? values.joint.map(partyName).join(', ') : t('register/nobody');
  const bad = values.declared_hashes.flatMap((_, at) => (form.errors[`declared_hashes.${String(at)}`] ? [at] : []));
  return (
    <Accordion
      multiple
      value={opened}
      onChange={onOpened}
      chevronPosition="left"
      classNames={{ content: classes['part'] ?? '' }}
    >
      <Part
        name="description"
        title={t('register/description')}
        now={values.description.trim() ? '' : t('register/notEntered')}
      >
        <Textarea
          autosize
          minRows={3}
          maxRows={10}
          aria-label={t('register/description')}
          {...form.getInputProps('description')}
        />
      </Part>
      {furtherOf(values.kind).map(({ name, type }) => (
        <Part
          key={name}
          name={name}
          title={t(`value/${name}`)}
          now={values[name] ? readable(type, values[name], locale) : t('register/notEntered')}
        >
          <FieldInput
            type={type}
            aria-label={t(`value/${name}`)}
            {...(type === 'language' ? { description: t('register/languageHelp') } : {})}
            {...form.getInputProps(name)}
          />
        </Part>
      ))}
      <Part
        name="parents"
        title={t('derivations/section')}
        now={values.derived_from.length > 0 ? String(values.derived_from.length) : t('register/none')}
      >
        <RegisterParents {...fields} />
      </Part>
      {may('releases:grant') && values.derived_from.length === 0 ? (
        <Part name="joint" title={t('joint/with')} now={joint}>
          <RegisterJoint {...fields} />
        </Part>
      ) : null}
      <Part
        name="hashes"
        title={t('register/hashes')}
        now={values.declared_hashes.length > 0 ? String(values.declared_hashes.length) : t('register/none')}
      >
        <HashFields
          label={t('register/hashes')}
          description={t('register/hashesHelp')}
          hashes={values.declared_hashes}
          bad={bad}
          onChange={(hashes) => form.setFieldValue('declared_hashes', hashes)}
        />
      </Part>
      <Part name="markings" title={t('register/markings')} now={marks}>
        <Markings form={form} />
      </Part>
      <Part
        name="evaluation"
        title={t('evaluation/title')}
        now={`${values.evaluation.source}${values.evaluation.information}`}
      >
        <EvaluationFields
          value={values.evaluation}
          error={form.errors['evaluation.value'] as string | undefined}
          onChange={(evaluation) => form.setFieldValue('evaluation', evaluation)}
        />
      </Part>
    </Accordion>
  );
}

function Markings({ form }: { form: RegisterForm }) {
  const { t } = useTranslation();
  const { values } = form;
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('register/handling')}
        {...explained('handling')}
        value={values.handling}
        error={form.errors['handling']}
        onChange={(chosen) => form.setFieldValue('handling', toggleHandling(values.handling, chosen))}
      >
        <Stack gap={6} mt={6}>
          {HANDLING.map((code) => (
            <Checkbox
              key={code}
              size="xs"
              value={code}
              label={
                <>
                  <span className="mono">{code}</span> {t(`handling/${code}`)}
                </>
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {values.handling.includes('H3') ? (
        <Textarea required label={t('register/handlingText')} {...form.getInputProps('handling_text')} />
      ) : null}
      <Radio.Group label={t('register/tlp')} {...explained('tlp')} {...form.getInputProps('tlp')}>
        <Stack gap={6} mt={6}>
          {TLPS.map((tlp) => (
            <Radio
              key={tlp}
              size="xs"
              value={tlp}
              label={
                <>
                  <span className="mono">{t(`tlp/${tlp}_name`)}</span> {t(`tlp/${tlp}`)}
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('retention/mode')}
        {...explained('retention')}
        value={values.retention ?? ''}
        onChange={(value) => form.setFieldValue('retention', RETENTIONS.find((one) => one === value) ?? null)}
      >
        <Stack gap={6} mt={6}>
          <Radio size="xs" value="" label={t('retention/asAgreed')} />
          {RETENTIONS.map((mode) => (
            <Radio key={mode} size="xs" value={mode} label={t(`retentionModeHelp/${mode}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
