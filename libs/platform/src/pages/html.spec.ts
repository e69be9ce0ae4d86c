import { flag, html } from './html.js';

// Under another name the formatter leaves the templates as they are written.
const markup = html;

describe('html', () => {
  it('escapes text and quoted attributes', () => {
    const name = `<b>"Æ" & 'ø'</b>`;
    expect(markup`<p title="${name}">${name}</p>`.toString()).toBe(
      '<p title="&lt;b&gt;&quot;Æ&quot; &amp; &#39;ø&#39;&lt;/b&gt;">&lt;b&gt;&quot;Æ&quot; &amp; &#39;ø&#39;&lt;/b&gt;</p>',
    );
  });

  it('keeps nested markup and lists, and leaves nothing for null, undefined and false', () => {
    const rows = ['a<', 'b'].map((row) => markup`<li>${row}</li>`);
    expect(markup`<ul>${rows}${null}${undefined}${false}</ul>`.toString()).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    );
  });

  it('shows zero', () => {
    expect(markup`<td>${0}</td>`.toString()).toBe('<td>0</td>');
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'java\nscript:alert(1)',
  ])('does not link to %s', (url) => {
    expect(markup`<a href="${url}">x</a>`.toString()).toBe('<a href="#">x</a>');
  });

  it.each(['https://rygrad.dk/a?b=1', '/l/sign/abc', '?locale=en', 'mailto:a@b.dk', '#top', 'a/b:c'])(
    'links to %s',
    (url) => {
      expect(markup`<a href="${url}">x</a>`.toString()).toBe(`<a href="${url}">x</a>`);
    },
  );

  it('lets a value follow a fixed beginning of an address', () => {
    expect(markup`<a href="mailto:${'a@b.dk'}">x</a>`.toString()).toBe('<a href="mailto:a@b.dk">x</a>');
  });

  it('writes attributes that are there or not', () => {
    expect(markup`<input type="radio" ${flag('checked', true)} ${flag('required', false)}>`.toString()).toBe(
      '<input type="radio" checked >',
    );
  });

  it('refuses places it cannot make safe', () => {
    const value = 'x';
    expect(() => markup`<p title=${value}>`).toThrow('without quotes');
    expect(() => markup`<script>let a = "${value}"</script>`).toThrow('script');
    expect(() => markup`<style>p { color: ${value} }</style>`).toThrow('style');
    expect(() => markup`<!-- ${value} -->`).toThrow('comment');
    expect(() => markup`<p title="${markup`<b>`}">`).toThrow('markup within an attribute');
  });

  it('refuses text where only a flag may stand', () => {
    expect(() => markup`<input ${'onfocus=alert(1)'}>`).toThrow('within a tag');
  });

  it('reads on after a script, a comment and a quoted bracket', () => {
    const text = markup`<script src="/a.js"></script><!-- > --><p title="a > b">${'<'}</p>`.toString();
    expect(text).toContain('&lt;</p>');
  });

  it('does not take text with quotes for an attribute', () => {
    expect(markup`<p>say "${'<x>'}"</p>`.toString()).toBe('<p>say "&lt;x&gt;"</p>');
  });
});
