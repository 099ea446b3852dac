/** Styles of the report, by the tokens of the site. */
export const REPORT_CSS = `
*{box-sizing:border-box}
:root{--song:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",STSong,SimSun,serif;--hei:system-ui,"PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1080px;padding:24px 24px 64px;background:var(--paper);color:var(--ink);font:16px/1.7 var(--hei);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main:lang(en){--song:Georgia,"Times New Roman","Liberation Serif","DejaVu Serif",serif}
input[name=lang]{position:absolute;opacity:0}
label{float:right;margin-left:18px;color:var(--soft);cursor:pointer;padding:4px 0}
input:checked+label{color:var(--ink);border-bottom:2px solid var(--now)}
input:focus-visible+label{outline:2px solid var(--ref);outline-offset:3px}
#show-zh:checked~main.en,#show-en:checked~main.zh{display:none}
h1,h2,h3{font-family:var(--song);font-weight:600;line-height:1.35}
h1{font-size:36px;margin:0;padding-top:24px}
h2{font-size:25px;margin:56px 0 10px;border-top:1px solid var(--ink);padding-top:20px}
h3{font-size:19px;margin:34px 0 8px}
h4{font-size:16px;margin:0;font-weight:600}
h4 code{font-weight:400;font-size:13px;color:var(--soft)}
p{margin:6px 0}
.lead{max-width:44em}
.quiet{color:var(--soft);font-size:14px}
nav ul,.causes{list-style:none;padding:0;margin:10px 0}
nav li{padding:5px 0;border-top:1px solid var(--hair)}
nav a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.22em}
dl{margin:8px 0}
dl div{display:flex;gap:14px;padding:3px 0}
dt{flex:none;min-width:5.5em;color:var(--soft)}
dd{margin:0;min-width:0}
.terms{border-top:1px solid var(--hair)}
.terms div{padding:7px 0;border-bottom:1px solid var(--hair)}
.terms dt{width:13em;color:var(--ink)}
.rows{font-weight:600}
.causes li{padding:10px 0 10px 14px;border-top:1px solid var(--hair);border-left:3px solid var(--hair)}
.causes .error{border-left-color:var(--now)}
.causes .error b,.bad{color:var(--now);font-weight:600}
.causes .quiet span+span::before,.card p span+span::before{content:" · "}
.scroll{overflow-x:auto;margin:10px 0}
.scroll:focus-visible{outline:2px solid var(--ref);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid var(--hair);font-weight:400}
th:first-child,td:first-child{padding-left:0}
thead th{color:var(--soft);border-bottom-color:var(--ink);white-space:nowrap;vertical-align:bottom}
thead small{display:block;font-size:12px}
.n{text-align:right;white-space:nowrap}
.all{border-left:1px solid var(--hair)}
.group th{padding-top:16px;font-weight:600}
.rules{min-width:720px}
.rules tbody th{min-width:15em;max-width:26em}
.figures{min-width:560px}
.narrow{width:auto;min-width:320px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(290px,1fr));gap:26px 32px;margin:14px 0 28px}
.card{border-top:1px solid var(--hair);padding-top:10px;min-width:0;break-inside:avoid}
.card p{font-size:14px;color:var(--soft);margin:2px 0 8px}
svg{display:block;width:100%;max-width:340px;height:auto;font-family:var(--hei)}
figure{margin:0}
figcaption{font-size:14px;color:var(--soft);margin-bottom:4px}
.beside{display:flex;flex-wrap:wrap;gap:18px 40px;align-items:flex-start}
.beside figure{flex:1 1 300px;max-width:400px}
.beside .scroll{flex:1 1 320px;max-height:340px;overflow-y:auto;margin:0}
@media (max-width:560px){body{padding:16px 16px 48px}h1{font-size:29px}h2{font-size:22px}dl div{display:block}.rules{min-width:620px}.rules tbody th{min-width:9.5em;max-width:9.5em}.terms dt{width:auto}}
@media print{@page{size:A4;margin:16mm 14mm}body{max-width:none;padding:0;font-size:10.5pt}input,label{display:none}h1{padding:0}h2{break-after:avoid;margin-top:28px}h3{break-after:avoid}.dataset+.dataset{break-before:page}tr,li,.card{break-inside:avoid}.scroll{overflow:visible}.beside .scroll{max-height:none;overflow:visible}table{font-size:8.5pt}.rules,.figures{min-width:0}.rules tbody th{min-width:11em}.cards{grid-template-columns:repeat(2,1fr)}}
`
  .trim()
  .replaceAll('\n', '')
