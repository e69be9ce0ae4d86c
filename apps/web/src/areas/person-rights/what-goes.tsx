import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { erasurePreview } from '#libs/api-schema';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';

/** What exactly an erasure takes, and what stays and why. */
export function WhatGoes({ preview }: { preview: z.output<typeof erasurePreview> }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <p>{t('rights.eraseFinal', { name: preview.name })}</p>
      <h3>{t('rights.goes')}</h3>
      <ul>
        {preview.goes.map(({ title, rows }) => (
          <li key={title.en}>{t('rights.goesRows', { what: title[language], rows })}</li>
        ))}
      </ul>
      <h3>{t('rights.stays')}</h3>
      <ul>
        {preview.stays.map(({ title, why }) => (
          <li key={title.en}>
            {title[language]}: {why[language]}
          </li>
        ))}
      </ul>
    </>
  );
}
