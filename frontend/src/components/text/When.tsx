/** A time in the user's zone, with UTC to the second on hover. */
import { useLocale } from '@/api/team';
import { clockTime, columnTime, fullTime, shortClock, universalTime } from '@/lib/time';
import { lazyHint } from '@/components/hints/hint';

type Props = { at: string; form?: 'full' | 'column' | 'clock' | 'minute'; zone?: string | undefined };

export function When({ at, form = 'full', zone }: Props) {
  const { zone: mine, locale } = useLocale();
  const shownIn = zone ?? mine;
  const text =
    form === 'full'
      ? fullTime(at, shownIn, locale)
      : form === 'column'
        ? columnTime(at, shownIn, locale)
        : form === 'minute'
          ? shortClock(Date.parse(at), shownIn, locale)
          : clockTime(at, shownIn, locale);
  return (
    <time
      dateTime={at}
      {...lazyHint(() =>
        form === 'full' ? universalTime(at, locale) : `${fullTime(at, shownIn, locale)}\n${universalTime(at, locale)}`,
      )}
    >
      {text}
    </time>
  );
}
