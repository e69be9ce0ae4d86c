import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/session.js';
import { mePath } from '../api/session.js';
import { apiQuery } from '../api/use-api.js';
import { useFormats } from '../language/use-formats.js';
import { useText } from '../language/use-text.js';

/** The first line of every print-out: whose page it is, and when it was printed. */
export function PrintHead(): ReactElement {
  const t = useText();
  const { dateTime } = useFormats();
  const params: { slug?: string } = useParams({ strict: false });
  const { data: me } = useQuery({ ...apiQuery<Me>(mePath), enabled: false });
  const alliance = me?.alliances.find(({ slug }) => slug === params.slug);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const tell = (): void => {
      flushSync(() => {
        setNow(new Date());
      });
    };
    window.addEventListener('beforeprint', tell);
    return () => {
      window.removeEventListener('beforeprint', tell);
    };
  }, []);
  return (
    <header className="print-only print-head">
      {t('shell.printed', { who: alliance?.name ?? 'Rygrad', when: dateTime(now) })}
    </header>
  );
}
