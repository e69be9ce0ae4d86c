import { actionNoteLimit, type Locale } from '#libs/api-schema';
import {
  button,
  errorSummary,
  facts,
  html,
  type HtmlValue,
  type LinkPlace,
  notice,
  page,
  paragraphs,
  textAreaField,
  wrongPersonLink,
} from '#libs/platform';
import type { ActionView } from '../application/show-action.query.js';
import { writtenDate } from '../application/written-date.js';
import { actionTexts } from './action-link.texts.js';

/** What was typed and what is wrong with it. */
export interface ActionForm {
  readonly note?: string | undefined;
  readonly error?: string | undefined;
  readonly isSaved?: boolean;
}

/** The page of one action: what was promised, a word about it, and one tap to report it done. */
export function actionPage(view: ActionView, place: LinkPlace, form: ActionForm): string {
  const { locale, base } = place;
  const t = actionTexts[locale];
  return page({
    locale,
    title: view.title,
    allianceName: view.allianceName,
    narrow: true,
    body: html`<h1>${view.title}</h1>
      ${errorSummary({ locale, errors: form.error === undefined ? [] : [{ field: 'note', message: form.error }] })}
      <p class="lead">${t.lead(view.ownerName)}</p>
      ${form.isSaved === true ? notice('good', html`<p>${t.noteSaved}</p>`) : null}
      ${facts([
        [t.meeting, view.meetingTitle],
        [t.owner, view.ownerName],
        [t.due, writtenDate(view.dueOn, locale)],
      ])}
      ${
        view.isDone
          ? notice('good', html`<p>${t.alreadyDone(view.doneByName ?? view.ownerName)}</p>`)
          : html`<form method="post" novalidate action="${base}?locale=${locale}">
              ${textAreaField({
                locale,
                name: 'note',
                label: t.noteLabel,
                hint: t.noteHint,
                rows: 4,
                maxlength: actionNoteLimit,
                value: form.note,
                error: form.error,
              })}
              <div class="row">
                ${button({ label: t.done, name: 'do', value: 'done' })}
                ${button({ label: t.send, kind: 'second', name: 'do', value: 'note' })}
              </div>
            </form>`
      }
      ${notes(view, locale)} ${view.isDone ? null : wrongPersonLink(place)}`,
  });
}

/** The action is done. */
export function actionDonePage(view: ActionView, locale: Locale): string {
  const t = actionTexts[locale];
  return page({
    locale,
    title: t.doneTitle,
    allianceName: view.allianceName,
    narrow: true,
    languages: null,
    body: html`<h1>${t.doneTitle}</h1>
      ${notice('good', html`<p>${t.doneLead(view.ownerName)}</p>`)}
      ${facts([[actionTexts[locale].meeting, view.meetingTitle]])}`,
  });
}

function notes(view: ActionView, locale: Locale): HtmlValue {
  if (view.notes.length === 0) return null;
  const format = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  });
  return html`<h2>${actionTexts[locale].notes}</h2>
    <ol>
      ${view.notes.map(
        (note) =>
          html`<li>
            ${paragraphs(note.text)}
            <p class="soft">${note.authorName}, ${format.format(note.writtenAt)}</p>
          </li>`,
      )}
    </ol>`;
}
