/// The one style of every page: light and dark, wide and narrow, on a screen and on paper.
public enum StyleSheet {
  /// What a policy names it by, as `sha256-…`; a test works it out again.
  public static let hash = "sha256-7//owZ86mWmc5xxA5+uKICml9bZwblKRU2EkXp7Dwgo="

  /// The rules.
  ///
  /// Contrast is at least 4.5 : 1 for text and 3 : 1 for shapes (WCAG 2.2, 1.4.3 and
  /// 1.4.11), light and dark.
  static let html: HTML = """
    :root{--paper:#fff;--panel:#f5f7f9;--ink:#1b2430;--soft:#556170;--line:#dbe1e8;--pass:#2a7a5e;--fwd:#3f6ea8;--risk:#d97a00;--risktext:#a15300;--ask:#7b4bb3;--spoof:#7c8898;--spooftext:#5a6675;--rep:#a0694b;--bad:#b3261e;--good:#1f6e52;--over:rgba(255,255,255,.55)}
    @media (prefers-color-scheme:dark){:root{--paper:#12161c;--panel:#1b222b;--ink:#e8ecf1;--soft:#a3aebb;--line:#313b47;--pass:#4fb58e;--fwd:#7aa6e6;--risk:#f0a030;--risktext:#f0a030;--ask:#b794e8;--spoof:#8b97a6;--spooftext:#a3aebb;--rep:#cf9273;--bad:#ff8a80;--good:#6fcfa8;--over:rgba(0,0,0,.45)}}
    @media print{:root{--paper:#fff;--panel:#f5f7f9;--ink:#111;--soft:#444;--line:#ccc;--pass:#2a7a5e;--fwd:#3f6ea8;--risk:#d97a00;--risktext:#8a4700;--ask:#7b4bb3;--spoof:#7c8898;--spooftext:#4a5563;--rep:#a0694b;--bad:#b3261e;--good:#1f6e52;--over:rgba(255,255,255,.55)}}
    *{box-sizing:border-box}
    html{color-scheme:light dark;-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:64rem;padding:1.5rem 1.25rem 3rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
    bdi,code{overflow-wrap:anywhere}
    .patterns{position:absolute}
    h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
    h2{font-size:1.12rem;margin:2.2rem 0 .5rem}
    h3{font-size:1rem;margin:1.4rem 0 .4rem}
    p{margin:.4rem 0}
    a{color:inherit}
    code{font:.92em ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;background:var(--panel);padding:.1em .3em;border-radius:3px}
    .soft{color:var(--soft)}
    .bad{color:var(--bad);font-weight:600}
    .good{color:var(--good);font-weight:600}
    section.domain+section.domain,h1~section.domain{border-top:3px solid var(--line);margin-top:3rem;padding-top:1.5rem}
    .verdict{border-left:7px solid var(--line);background:var(--panel);border-radius:4px;padding:.9rem 1.1rem;margin:1rem 0}
    .verdict .say{font-size:1.3rem;line-height:1.35;font-weight:700;margin:0 0 .3rem}
    .verdict.red{border-color:var(--bad)}
    .verdict.amber{border-color:var(--risk)}
    .verdict.violet{border-color:var(--ask)}
    .verdict.grey{border-color:var(--spoof)}
    .verdict.green{border-color:var(--pass)}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.6rem;margin:1rem 0;padding:0;list-style:none}
    .cards li{background:var(--panel);border-radius:4px;padding:.7rem .8rem}
    .cards b{display:block;font-size:1.4rem;line-height:1.25}
    .cards span{color:var(--soft);font-size:.9rem}
    ol.todo{padding-left:1.6rem}
    ol.todo>li{margin:.7rem 0}
    ol.todo .who{display:block;color:var(--soft)}
    ul.plain{padding-left:1.2rem}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.4rem 0;padding:0;list-style:none}
    .legend svg,.swatch{width:12px;height:12px;vertical-align:-1px;margin-right:.35rem}
    svg{display:block;overflow:visible}
    .legend svg,.swatch{display:inline-block}
    svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--soft)}
    .plot{display:grid;grid-template-columns:3.4rem 1fr;column-gap:.4rem;margin:.3rem 0}
    .plot>p{grid-column:1/-1;margin:.5rem 0 .1rem;font-size:.93rem}
    .plot .frame{min-width:0}
    .grid{stroke:var(--line);stroke-width:1}
    .ground.risk{fill:var(--risk)}.ground.question{fill:var(--ask)}.ground.spoofed{fill:var(--spoof)}.ground.forwarded{fill:var(--fwd)}.ground.repaired{fill:var(--rep)}.over{fill:var(--over)}
    .k-passes{fill:var(--pass)}.k-at_risk{fill:url(#hatch)}.k-in_question{fill:url(#dots)}.k-forwarded{fill:url(#bars)}.k-over{fill:url(#steps)}.k-spoofed{fill:url(#stripes)}.k-unproven{fill:var(--paper);stroke:var(--spoof)}
    .p-none{fill:var(--spoof)}.p-quarantine{fill:var(--risk)}.p-reject{fill:var(--pass)}
    .cell{fill:none;stroke:var(--line)}
    .seen{fill:var(--pass)}.f1{fill-opacity:.22}.f2{fill-opacity:.42}.f3{fill-opacity:.68}.f4{fill-opacity:1}
    .lost{fill:var(--risk)}
    table{border-collapse:collapse;width:100%;margin:.4rem 0;font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--soft);padding:.2rem 0}
    th,td{text-align:left;vertical-align:top;padding:.42rem .5rem;border-bottom:1px solid var(--line)}
    th{font-size:.88rem}
    thead th{color:var(--soft);font-weight:600}
    td.n,th.n{text-align:right}
    td.n{white-space:nowrap}
    td.n bdi{white-space:normal}
    td.day,td.whole{white-space:nowrap}
    tr.total>*{font-weight:700}
    tr.unmet>*{font-weight:600}
    .tag{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;font-size:.85rem;white-space:nowrap;margin:0 .2rem .2rem 0}
    .t-passes{color:var(--good)}.t-at_risk{color:var(--risktext);font-weight:700}.t-in_question{color:var(--ask)}.t-forwarded{color:var(--fwd)}.t-over{color:var(--rep)}.t-spoofed,.t-unproven{color:var(--spooftext)}
    details{margin:.3rem 0}
    summary{cursor:pointer;color:var(--soft);font-weight:400}
    td details{font-size:.92rem}
    .bar{width:100%;min-width:5rem;height:14px}
    .matrix{table-layout:fixed}
    .matrix th,.matrix td{padding:1px .3rem;border:0;vertical-align:middle}
    .matrix .who{width:11rem;text-align:right;font-weight:400;font-size:.9rem}
    .matrix .sum{width:5.2rem}
    table.stack th[scope=row]{min-width:9.5rem}
    .wide{overflow-x:auto}
    .note{border-left:4px solid var(--line);padding-left:.7rem;color:var(--soft)}
    footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.7rem;color:var(--soft);font-size:.92rem}
    @media (max-width:46rem){
    body{padding:1rem .8rem 2rem;font-size:16px}
    .cards{grid-template-columns:1fr 1fr}
    .plot{grid-template-columns:2.7rem 1fr;column-gap:.25rem}
    table.stack thead{display:none}
    table.stack,table.stack tbody,table.stack tr,table.stack th,table.stack caption,table.stack td{display:block;width:100%}
    table.stack tr{border-bottom:1px solid var(--line);padding:.5rem 0}
    table.stack td,table.stack th{border:0;padding:.1rem 0;text-align:left;white-space:normal}
    table.stack td[data-l]{display:inline-block;width:auto;margin-right:.9rem}
    table.stack td[data-l]::before{content:attr(data-l) ": ";color:var(--soft)}
    table.stack td:empty{display:none}
    .matrix .who{width:6.4rem;font-size:.82rem}
    .matrix .sum{width:3.4rem;font-size:.85rem}
    .matrix th,.matrix td{padding:1px .15rem}
    }
    @media print{
    @page{size:A4;margin:14mm}
    body{max-width:none;padding:0;font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    h2,h3,.plot>p{break-after:avoid}
    tr,.plot,.cards,.verdict,.legend,ol.todo>li{break-inside:avoid}
    section.domain{break-before:page;border:0;margin:0;padding:0}
    details:not([open])>summary{display:none}
    th,td{padding:.2rem .35rem}
    .cards{grid-template-columns:repeat(6,1fr)}
    .cards li{padding:.4rem .5rem}
    .bar{min-width:3rem}
    }
    """
}
