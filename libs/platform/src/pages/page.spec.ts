import { gzipSync } from 'node:zlib';
import { checkbox, errorSummary, inputField, radioGroup } from './form-parts.js';
import { page, pageLocale } from './page.js';
import { pageStyleHash } from './page-style.js';

/** Markup on one line, whatever the formatter did to its template. */
function flat(markup: unknown): string {
  return String(markup)
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1');
}

describe('page', () => {
  it('is one document in its language that asks for nothing else', () => {
    const text = page({ locale: 'da', title: 'Skriv under <nu>', body: 'Hej', narrow: true });
    expect(text).toMatch(/^<!doctype html>\n<html lang="da">/);
    expect(text).toContain('<title>Skriv under &lt;nu&gt;</title>');
    expect(text).toContain('<main id="main" class="narrow">');
    expect(text).not.toMatch(/https?:\/\//);
    expect(gzipSync(text).length).toBeLessThan(8_000);
    expect(pageStyleHash).toMatch(/^sha256-.{44}$/);
  });

  it('offers the other language, except where the page answers a form', () => {
    expect(page({ locale: 'en', title: 'x', body: '' })).toContain('href="?locale=da"');
    expect(page({ locale: 'en', title: 'x', body: '', languages: null })).not.toContain('?locale=');
  });

  it('takes the language asked for, then the receiver’s, then Danish', () => {
    expect(pageLocale('en', 'da')).toBe('en');
    expect(pageLocale('xx', 'en')).toBe('en');
    expect(pageLocale(undefined)).toBe('da');
  });
});

describe('form parts', () => {
  it('ties label, hint and fault to the input and keeps what was written', () => {
    const text = flat(
      inputField({
        locale: 'da',
        name: 'email',
        label: 'E-mail',
        type: 'email',
        value: '"><script>',
        hint: 'Vi sender en kode',
        error: 'Skriv en e-mailadresse',
        required: true,
      }),
    );
    expect(text).toContain('<label for="email">E-mail</label>');
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(text).toContain('aria-describedby="email-hint email-fault"');
    expect(text).toContain('aria-invalid="true"');
  });

  it('says which fields may stay empty', () => {
    expect(inputField({ locale: 'da', name: 'a', label: 'A' }).toString()).toContain('(valgfrit)');
    expect(inputField({ locale: 'en', name: 'a', label: 'A' }).toString()).toContain('(optional)');
  });

  it('links each fault to the first input of its field', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B', checked: true },
    ];
    const group = flat(
      radioGroup({
        locale: 'da',
        name: 'answer',
        label: 'Svar',
        options,
        required: true,
      }),
    );
    const summary = errorSummary({ locale: 'da', errors: [{ field: 'answer', message: 'Vælg et svar' }] });
    expect(flat(summary)).toContain('<a href="#answer">Vælg et svar</a>');
    expect(group).toContain('id="answer" name="answer" value="a"');
    expect(group).toContain('value="b" checked required');
    expect(errorSummary({ locale: 'da', errors: [] })).toBeNull();
  });

  it('has a box for yes or no', () => {
    const text = flat(
      checkbox({
        locale: 'da',
        name: 'agreed',
        label: 'Ja tak',
        checked: true,
        required: true,
      }),
    );
    expect(text).toContain('type="checkbox" id="agreed"');
    expect(text).toContain('checked required');
  });
});
