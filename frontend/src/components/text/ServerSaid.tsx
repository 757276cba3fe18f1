import { useTranslation } from 'react-i18next';

/** The server's own sentence, in English, beneath what the page says in the reader's language. */
export function ServerSaid({ children }: { children: string }) {
  const { t } = useTranslation();
  return children ? (
    <details>
      <summary>{t('problem/detail')}</summary>
      <span lang="en">{children}</span>
    </details>
  ) : null;
}
