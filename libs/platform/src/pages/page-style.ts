import { createHash } from 'node:crypto';

/** The whole look of the pages without account: about 6 kB, inline, no font and no picture to fetch. */
export const pageStyle = `
:root{--accent:#00596b;--accent-dark:#003f4c;--ink:#1a1a1a;--soft:#595959;--line:#dcdcdc;--edge:#8e8e8e;--ground:#f7f8f8;--bad:#b30000;--good:#2b6a00}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:400 1.0625rem/1.55 'IBM Plex Sans',system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:8px;top:-60px;background:#fff;padding:8px 16px}
.skip:focus{top:8px}
.top{display:flex;align-items:center;justify-content:space-between;gap:16px;max-width:46rem;margin:0 auto;padding:12px 20px}
.top p{margin:0;font-weight:600}
.top nav{display:flex;gap:4px;font-size:.9375rem}
.top nav a,.top nav span{display:inline-flex;align-items:center;min-height:44px;padding:0 8px}
.top nav span{font-weight:600;box-shadow:inset 0 -2px var(--accent)}
main{max-width:46rem;margin:0 auto;padding:12px 20px 64px}
main.narrow{max-width:34rem}
h1{margin:8px 0 12px;font-size:1.75rem;line-height:1.25;font-weight:600}
h2{margin:36px 0 8px;font-size:1.25rem;line-height:1.35;font-weight:600}
h3{margin:24px 0 4px;font-size:1.0625rem}
p,ul,ol{margin:0 0 14px}
ul,ol{padding-left:1.4em}
.lead{font-size:1.1875rem}
.soft{color:var(--soft)}
.field{margin:0 0 24px;padding:0;border:0;min-width:0}
.field>label,.field>legend{display:block;margin-bottom:4px;padding:0;font-weight:600}
.optional{font-weight:400;color:var(--soft)}
.hint{margin:0 0 6px;color:var(--soft);font-size:.9375rem}
.fault{margin:6px 0 0;color:var(--bad);font-weight:600}
.wrong{padding-left:14px;border-left:4px solid var(--bad)}
input[type=text],input[type=email],input[type=tel],input[type=url],input[type=number],input[type=date],select,textarea{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--edge);border-radius:4px;background:#fff;color:inherit;font:inherit}
.wrong>input,.wrong>select,.wrong>textarea{border:2px solid var(--bad)}
.short{max-width:12rem}
.code{max-width:11rem;font-size:1.5rem!important;letter-spacing:.2em;font-variant-numeric:tabular-nums}
.choice{display:grid;grid-template-columns:28px 1fr;column-gap:12px;padding:8px 0;align-items:start;border-bottom:1px solid var(--line)}
.choice:last-of-type{border-bottom:0}
.choice>input{width:24px;height:24px;margin:1px 0 0;accent-color:var(--accent)}
.choice label{min-height:28px}
.choice .hint,.choice .more{grid-column:2;margin:0}
.choice .more{padding-top:6px}
.choice:has(>input[type=radio]:not(:checked))>.more{display:none}
.choice .amount{display:flex;flex-wrap:wrap;align-items:center;gap:10px}
.choice .amount input{width:6rem;height:auto;margin:0}
.choice:has(>input:not(:checked))>.amount{display:none}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:10px 22px;border:2px solid var(--accent);border-radius:8px;background:var(--accent);color:#fff;font-family:inherit;font-size:1.0625rem;font-weight:600;line-height:1.3;text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:var(--accent-dark);border-color:var(--accent-dark)}
.second{background:#fff;border-color:var(--edge);color:var(--ink)}
.second:hover{background:#fff;border-color:var(--accent);color:var(--accent-dark)}
.plain{background:none;border-color:transparent;color:var(--accent);text-decoration:underline;padding:10px 4px}
.plain:hover{background:none;border-color:transparent}
.row{display:flex;flex-wrap:wrap;gap:12px;margin:24px 0}
.notice{display:flex;gap:12px;margin:0 0 20px;padding:14px 16px;background:var(--ground);border-left:4px solid var(--accent);border-radius:0 6px 6px 0}
.notice>span{flex:none;width:24px;height:24px;border-radius:50%;background:var(--accent);color:#fff;font-weight:600;line-height:24px;text-align:center}
.notice p:last-child,.notice ul:last-child{margin-bottom:0}
.notice ul{margin:4px 0 0;padding-left:1.1em}
.notice.bad{border-color:var(--bad)}.notice.bad>span{background:var(--bad);border-radius:6px}
.notice.good{border-color:var(--good)}.notice.good>span{background:var(--good)}
dl{margin:0 0 20px}
dl>div{padding:8px 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft);font-size:.9375rem}
dd{margin:0}
details{margin:0 0 20px;border:1px solid var(--line);border-radius:8px}
summary{padding:14px 16px;min-height:48px;color:var(--accent);font-weight:600;cursor:pointer}
details>div{padding:0 16px 8px}
table{width:100%;border-collapse:collapse}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
canvas{display:block;width:100%;touch-action:none;background:#fff;border:1px solid var(--edge);border-radius:4px}
footer{max-width:46rem;margin:0 auto;padding:16px 20px 40px;border-top:1px solid var(--line);color:var(--soft);font-size:.9375rem}
.off{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30rem){.row>button,.row>.button{width:100%}h1{font-size:1.5rem}}
@media (min-width:40rem){dl>div{display:grid;grid-template-columns:12rem 1fr;gap:16px}}
@media print{.top nav,.row,.skip,button,.button{display:none}details>div{display:block}main{max-width:none;padding:0}}
`.trim();

/** For the content policy: style-src 'self' '<this>' allows the pages' inline style and no other. */
export const pageStyleHash = `sha256-${createHash('sha256').update(pageStyle).digest('base64')}`;
