import { useSearch } from '@tanstack/react-router';
import { SignIn } from '@/features/accounts/sign-in/SignIn';

export function SignInPage() {
  const { next, ended, still, stopped } = useSearch({ from: '/sign-in' });
  return <SignIn next={next ?? '/'} ended={ended ?? false} still={still ?? false} stopped={stopped ?? 0} />;
}
