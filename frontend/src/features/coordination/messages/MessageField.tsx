/** The field for a message: Enter sends, Shift+Enter starts a new line, and `@` offers the members of the channel. */
import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { candidates, completed, fragmentAt, type Mentionable } from './mentions';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  value: string;
  members: readonly Mentionable[];
  onChange: (text: string) => void;
  onSend: () => void;
  /** Of a dialog: the field has the focus when it opens. */
  autofocus?: boolean;
};

export function MessageField({ field, label, value, members, onChange, onSend, autofocus = false }: Props) {
  const { t } = useTranslation();
  // A keyboard on the screen has no Shift+Enter: there Enter starts a new line, and the button sends.
  const touch = useMediaQuery('(pointer: coarse)');
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const fragment = fragmentAt(value, caret);
  const found = fragment && fragment.from !== dismissed ? candidates(members, fragment.words) : [];
  const opened = found.length > 0;
  const combobox = useCombobox({
    opened,
    onOpenedChange: (open) => setDismissed(open ? null : (fragment?.from ?? null)),
  });
  const { selectFirstOption, resetSelectedOption } = combobox;
  const offered = found.map(({ code }) => code).join();

  useEffect(() => {
    resetSelectedOption();
    // The list is drawn after this effect.
    const timer = offered ? setTimeout(() => selectFirstOption(), 0) : undefined;
    return () => clearTimeout(timer);
  }, [offered, selectFirstOption, resetSelectedOption]);

  const choose = (code: string | undefined) => {
    const member = found.find((one) => one.code === code);
    if (!fragment || !member) return;
    const next = completed(value, fragment, member);
    flushSync(() => {
      setCaret(next.caret);
      onChange(next.text);
    });
    field.current?.focus();
    field.current?.setSelectionRange(next.caret, next.caret);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (opened && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      choose(found[Math.max(0, combobox.getSelectedOptionIndex())]?.code);
      resetSelectedOption();
    } else if (event.key === 'Enter' && !event.shiftKey && (!touch || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    }
  };
  return (
    <Combobox store={combobox} position="top-start" hideDetached={false} onOptionSubmit={choose}>
      <Combobox.Target withKeyboardNavigation={opened}>
        <Textarea
          ref={field}
          data-autofocus={autofocus || undefined}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          aria-label={label}
          placeholder={label}
          description={touch ? t('messages/keysTouch') : t('messages/keys')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          enterKeyHint={touch ? 'enter' : 'send'}
          value={value}
          onChange={(event) => {
            setCaret(event.currentTarget.selectionStart);
            setDismissed(null);
            onChange(event.currentTarget.value);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setDismissed(fragment?.from ?? null)}
          onKeyDown={press}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!opened}>
        <Combobox.Options aria-label={t('messages/mention')}>
          {found.map(({ code, name }) => (
            <Combobox.Option key={code} value={code}>
              {name} <span className="dim mono">{code}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
