import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, Loaded, Section } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';

type Shown = 'welcome' | 'read';

/** The partner's pages as they come, in the size of a phone. Nothing in the frame runs or sends. */
export function PhonePreview({ templateId }: { templateId: string }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const alliance = useAlliance();
  const [shown, setShown] = useState<Shown>('welcome');
  const pages = useApi<Record<Shown, string>>(
    '/api/v1/alliances/{allianceId}/contract-templates/{templateId}/preview',
    { path: { allianceId: alliance.id, templateId }, query: { locale: language } },
  );
  return (
    <Section title={t('contracts.wizard.preview')}>
      <div className="contracts-preview-choice">
        {(['welcome', 'read'] as const).map((page) => (
          <Button
            key={page}
            kind={page === shown ? 'secondary' : 'tertiary'}
            onClick={() => {
              setShown(page);
            }}
          >
            {t(`contracts.wizard.preview.${page}`)}
          </Button>
        ))}
      </div>
      <Loaded query={pages}>
        {(html) => (
          <iframe
            className="contracts-phone"
            title={t('contracts.wizard.preview.frame', { page: t(`contracts.wizard.preview.${shown}`) })}
            sandbox=""
            srcDoc={html[shown]}
          />
        )}
      </Loaded>
    </Section>
  );
}
