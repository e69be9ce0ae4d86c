import type { Locale } from '#libs/api-schema';
import type { MailContent } from './mail-content.js';
import { mailTexts } from './mail-texts.js';

/** The plain-text part of a mail. It says everything the html part says and needs nothing of it. */
export function composeText(content: MailContent, locale: Locale): string {
  const blocks: string[] = [
    ...(content.greeting === undefined ? [] : [content.greeting]),
    ...content.paragraphs,
    ...(content.code === undefined ? [] : [`    ${content.code}`]),
    ...(content.facts?.length
      ? [content.facts.map(([label, value]) => `${label}: ${value}`).join('\n')]
      : []),
    ...(content.items ?? []).map((item) =>
      [`* ${item.title}`, item.detail && `  ${item.detail}`, item.url && `  ${item.url}`]
        .filter(Boolean)
        .join('\n'),
    ),
    ...(content.button ? [`${content.button.label}:\n${content.button.url}`] : []),
    `-- \n${content.footer ?? mailTexts[locale].footer}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
