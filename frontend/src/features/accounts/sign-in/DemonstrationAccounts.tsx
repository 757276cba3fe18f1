/** The accounts of the demonstration by country, each with one click to sign in. */
import { Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemonstrationAccount } from '@/api/views';
import { useLocale } from '@/api/team';
import { useWord } from '@/i18n/useWord';
import classes from './SignIn.module.css';

/** Accounts without a country: the auditor of the team, and people without a membership. */
const [TEAM, NOBODY] = ['*', '-'];

type Props = { accounts: readonly DemonstrationAccount[]; busy: boolean; onChoose: (email: string) => void };

export function DemonstrationAccounts({ accounts, busy, onChoose }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { locale } = useLocale();
  // Two-letter States first, then bodies, then who belongs to no party: the order of the whole page.
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const region = (code: string) => (code.length === 2 ? names.of(code) : null);
  const groupOf = ({ party, roles }: DemonstrationAccount) => party ?? (roles.length > 0 ? TEAM : NOBODY);
  const rank = (group: string) => (group === NOBODY ? 3 : group === TEAM ? 2 : group.length === 2 ? 0 : 1);
  const groups = [...new Set(accounts.map(groupOf))].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const heading = (group: string) =>
    group === TEAM ? (
      t('signIn/noParty')
    ) : group === NOBODY ? (
      t('signIn/noSeat')
    ) : (
      <>
        <span className="mono">{group}</span> {region(group)}
      </>
    );
  return (
    <section className={classes['demo']} aria-labelledby="demonstration">
      <Title order={2} id="demonstration">
        {t('signIn/demonstration')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('signIn/demonstrationHelp')}
      </Text>
      <div className={classes['parties']}>
        {groups.map((group) => (
          <div key={group} className={classes['party']}>
            <h3>{heading(group)}</h3>
            <ul>
              {accounts
                .filter((account) => groupOf(account) === group)
                .map((account) => (
                  <li key={account.email}>
                    <UnstyledButton
                      className={classes['person']}
                      disabled={busy}
                      onClick={() => onChoose(account.email)}
                      aria-label={t('signIn/as', { name: account.name })}
                    >
                      <span className={classes['name']}>{account.name}</span>
                      <span className="dim">{account.roles.map((role) => word('role', role)).join(', ')}</span>
                      <span className={`${classes['email'] ?? ''} mono dim`}>{account.email}</span>
                    </UnstyledButton>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
