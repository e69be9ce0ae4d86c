import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, Loaded } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** A partner as the chooser needs it. */
export interface ChosenPartner {
  id: string;
  name: string;
}

interface PartnerRow extends ChosenPartner {
  contact: { name: string; email: string | null } | null;
}

interface ChooserProps {
  chosen: readonly ChosenPartner[];
  onChange: (chosen: readonly ChosenPartner[]) => void;
}

const shownAtOnce = 50;

/** Search and tick partners; those chosen stay in sight whatever is searched for next. */
export function PartnerChooser({ chosen, onChange }: ChooserProps): ReactElement {
  const t = useText();
  const alliance = useAlliance();
  const [search, setSearch] = useState('');
  const partners = useApi<{ items: PartnerRow[]; total: number }>('/api/v1/alliances/{allianceId}/partners', {
    path: { allianceId: alliance.id },
    query: { q: search, limit: shownAtOnce, sort: 'name', status: 'joined' },
  });
  const remove = (id: string): void => {
    onChange(chosen.filter((each) => each.id !== id));
  };
  const toggle = (partner: PartnerRow, on: boolean): void => {
    if (on) onChange([...chosen, { id: partner.id, name: partner.name }]);
    else remove(partner.id);
  };
  return (
    <fieldset className="field">
      <legend className="sr-only">{t('contracts.wizard.who')}</legend>
      <label className="field-label" htmlFor="partner-search">
        {t('contracts.wizard.find')}
      </label>
      <input
        id="partner-search"
        type="search"
        className="form-input field-width-m"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p aria-live="polite">{t('contracts.wizard.chosen', { count: chosen.length })}</p>
      {chosen.length > 0 ? (
        <ul className="contracts-chosen bare-list">
          {chosen.map((partner) => (
            <li key={partner.id}>
              <Button
                kind="tertiary"
                onClick={() => {
                  remove(partner.id);
                }}
              >
                {t('contracts.wizard.remove', { name: partner.name })}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Loaded query={partners}>
        {({ items, total }) => (
          <>
            {items.length === 0 ? <p>{t('contracts.wizard.none')}</p> : null}
            <ul className="contracts-partners bare-list">
              {items.map((partner) => (
                <PartnerLine
                  key={partner.id}
                  partner={partner}
                  isChosen={chosen.some((each) => each.id === partner.id)}
                  onToggle={toggle}
                />
              ))}
            </ul>
            {total > items.length ? (
              <p className="contracts-soft">{t('contracts.wizard.more', { shown: items.length, total })}</p>
            ) : null}
          </>
        )}
      </Loaded>
    </fieldset>
  );
}

interface LineProps {
  partner: PartnerRow;
  isChosen: boolean;
  onToggle: (partner: PartnerRow, on: boolean) => void;
}

function PartnerLine({ partner, isChosen, onToggle }: LineProps): ReactElement {
  const t = useText();
  const email = partner.contact?.email ?? null;
  return (
    <li>
      <label className="choice">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={email === null}
          onChange={(event) => {
            onToggle(partner, event.target.checked);
          }}
        />
        <span>
          {partner.name}
          <span className="contracts-soft">
            {email === null || partner.contact === null
              ? t('contracts.wizard.noContact')
              : t('contracts.wizard.to', { name: partner.contact.name, email })}
          </span>
        </span>
      </label>
    </li>
  );
}
