import type { ReactElement } from 'react';
import type { Contract } from '#libs/api-schema';
import { Section } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';

interface Props {
  contract: Contract;
}

/** What everybody promises, and what this partner chose. */
export function ContractPromises({ contract }: Props): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const isSigned = contract.signatures.some((each) => each.side === 'partner');
  const chosen = contract.commitments.flatMap(({ key, count }) => {
    const option = contract.text.optional.find((each) => each.key === key);
    if (option === undefined) return [];
    const number =
      count === null || option.unit === 'none' ? '' : `: ${t(`contracts.count.${option.unit}`, { count })}`;
    return [{ key, text: `${option.text[language]}${number}` }];
  });
  return (
    <Section title={t('contracts.one.promises')}>
      <h3 className="contracts-minor">{t('contracts.one.mandatory')}</h3>
      <ul>
        {contract.text.mandatory.map((each) => (
          <li key={each.key}>{each.text[language]}</li>
        ))}
      </ul>
      <h3 className="contracts-minor">{t('contracts.one.optional')}</h3>
      {chosen.length === 0 ? (
        <p>{t(isSigned ? 'contracts.one.noneChosen' : 'contracts.one.notChosen')}</p>
      ) : (
        <ul>
          {chosen.map((each) => (
            <li key={each.key}>{each.text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The frozen text and its fingerprint, one click away. */
export function ContractText({ contract }: Props): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  return (
    <Section title={t('contracts.one.text')}>
      <details>
        <summary>{t('contracts.one.showText')}</summary>
        {contract.text.body[language].split(/\n\s*\n/).map((paragraph, index) => (
          <TextPart key={index} text={paragraph.trim()} />
        ))}
      </details>
      <p className="contracts-soft contracts-hash">
        {t('contracts.one.hash')}: {contract.textHash}
      </p>
    </Section>
  );
}

function TextPart({ text }: { text: string }): ReactElement {
  const lines = text.split('\n');
  const [first = ''] = lines;
  const heading = first.startsWith('# ') ? first.slice(2) : null;
  const rest = heading === null ? lines : lines.slice(1);
  const items = rest.filter((line) => line.startsWith('- '));
  const words = rest.filter((line) => !line.startsWith('- ')).join(' ');
  return (
    <>
      {heading === null ? null : <h3 className="contracts-minor">{heading}</h3>}
      {words === '' ? null : <p>{words}</p>}
      {items.length === 0 ? null : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item.slice(2)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
