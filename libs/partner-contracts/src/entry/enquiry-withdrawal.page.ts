import type { EnquiryDetail, Locale } from '#libs/api-schema';
import { button, html, notice, page } from '#libs/platform';
import { answerWords } from './enquiry-page.texts.js';

/** The page on which a young person stops an enquiry. */
export function withdrawalPage(locale: Locale, allianceName: string, enquiry: EnquiryDetail): string {
  const t = answerWords[locale];
  const ended = enquiry.state === 'withdrawn' ? t.withdrawn : t.ended;
  return page({
    locale,
    title: t.withdrawTitle,
    allianceName,
    narrow: true,
    body: enquiry.may.includes('withdraw')
      ? html`<h1>${t.withdrawTitle}</h1>
          <p class="lead">${t.withdrawLead(enquiry.partner.name)}</p>
          <form method="post" novalidate><div class="row">${button({ label: t.withdraw })}</div></form>`
      : html`<h1>${t.withdrawTitle}</h1>
          ${notice(enquiry.state === 'withdrawn' ? 'good' : 'info', html`<p>${ended}</p>`)}`,
  });
}
