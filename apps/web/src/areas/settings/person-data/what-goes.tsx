import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { erasurePreview } from '#libs/api-schema';
import { useLanguage } from '../../../language/language-provider.js';
import { useText } from '../../../language/use-text.js';

/** What an erasure takes and what it leaves, as it was counted by trying it out. */
export function WhatGoes({ preview }: { preview: z.output<typeof erasurePreview> }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <p>{t('personData.final', { name: preview.name })}</p>
      <h3>{t('personData.goes')}</h3>
      <ul>
        {preview.goes.map(({ title, rows }) => (
          <li key={title.en}>{t('personData.goesRows', { what: title[language], rows })}</li>
        ))}
      </ul>
      <h3>{t('personData.stays')}</h3>
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
