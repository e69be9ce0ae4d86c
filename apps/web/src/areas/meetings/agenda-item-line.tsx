import type { ReactElement } from 'react';
import type { AgendaItemView } from '#libs/api-schema';
import { Button } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

interface LineProps {
  item: AgendaItemView;
  count: number;
  /** null = the reader does not edit. */
  onEdit: ((item: AgendaItemView) => void) | null;
  onMove: ((item: AgendaItemView, by: 1 | -1) => void) | null;
}

/** One item of the agenda as its page lists it. */
export function AgendaItemLine({ item, count, onEdit, onMove }: LineProps): ReactElement {
  const t = useText();
  const { title, description, owner, minutes, type, position } = item;
  return (
    <li className="meetings-item">
      <span className="meetings-item-number" aria-hidden="true">
        {position}
      </span>
      <div className="meetings-item-text">
        <h3>{title}</h3>
        <p className="meetings-soft">
          {[
            t(`meetings.itemTag.${type}`),
            owner?.name,
            minutes === null ? undefined : t('meetings.minutesShort', { minutes }),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
        {description === '' ? null : <p className="meetings-item-description">{description}</p>}
      </div>
      {onEdit && onMove ? (
        <div className="meetings-item-tools">
          <button
            type="button"
            className="meetings-move"
            aria-label={t('meetings.itemUp', { title })}
            disabled={position === 1}
            onClick={() => {
              onMove(item, -1);
            }}
          >
            ↑
          </button>
          <button
            type="button"
            className="meetings-move"
            aria-label={t('meetings.itemDown', { title })}
            disabled={position === count}
            onClick={() => {
              onMove(item, 1);
            }}
          >
            ↓
          </button>
          <Button
            kind="tertiary"
            aria-label={t('meetings.itemEditNamed', { title })}
            onClick={() => {
              onEdit(item);
            }}
          >
            {t('meetings.editShort')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
