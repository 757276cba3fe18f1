import { useSearch } from '@tanstack/react-router';
import { HelpCorner } from '@/app/shell/help/HelpButton';
import { SignIn } from '@/features/accounts/sign-in/SignIn';

export function SignInPage() {
  const { next, ended, still, stopped } = useSearch({ from: '/sign-in' });
  return (
    <>
      <SignIn next={next ?? '/'} ended={ended ?? false} still={still ?? false} stopped={stopped ?? 0} />
      <HelpCorner />
    </>
  );
}
