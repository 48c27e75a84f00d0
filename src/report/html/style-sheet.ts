/** The style of the report page: light and dark, wide and narrow, and on paper. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #ffffff; --ink: #171b21; --soft: #5b6573; --line: #e1e5ea; --accent: #21918c; --warm: #b4541a; --warm-ground: #fdf1e7; --code: #eef1f4; --shadow: 0 1px 2px rgb(16 24 40 / .05), 0 4px 16px rgb(16 24 40 / .04); }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1216; --card: #171b21; --ink: #e7eaee; --soft: #9aa5b3; --line: #2a3038; --accent: #3fc1b4; --warm: #f0a468; --warm-ground: #2a2018; --code: #0c0f13; --shadow: none; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1180px; margin: 0 auto; padding: 40px 28px 64px; }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: clamp(26px, 4vw, 38px); line-height: 1.15; letter-spacing: -.022em; font-weight: 680; overflow-wrap: anywhere; }
h2 { font-size: 21px; letter-spacing: -.012em; font-weight: 650; }
h3 { font-size: 14px; font-weight: 600; margin: 22px 0 10px; }
section { margin-top: 52px; }
.note { color: var(--soft); max-width: 92ch; margin-top: 4px; }
section > .note { margin-bottom: 16px; }
section > h2 + :not(.note) { margin-top: 14px; }
.brand { display: flex; align-items: center; gap: 9px; font-weight: 650; font-size: 14px; margin-bottom: 22px; }
.brand span:last-child { color: var(--soft); font-weight: 400; }
.mark { width: 18px; height: 18px; border-radius: 5px; background: linear-gradient(180deg, #fde725, #21918c 55%, #440154); }
.facts { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 14px 0 26px; font-size: 13.5px; }
.facts span { color: var(--soft); margin-right: 3px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 18px 20px; box-shadow: var(--shadow); min-width: 0; }
.label { font-size: 13.5px; font-weight: 600; }
.sub { color: var(--soft); font-size: 13px; }
.headline { display: grid; grid-template-columns: minmax(250px, 5fr) 8fr; gap: 18px; }
.score { display: flex; flex-direction: column; justify-content: center; }
.big { font-size: 68px; line-height: 1.1; font-weight: 700; letter-spacing: -.04em; color: var(--accent); }
.big small { font-size: 19px; font-weight: 500; letter-spacing: 0; color: var(--soft); margin-left: 4px; }
.gauges { margin-top: 10px; display: grid; gap: 5px; }
.gauges > div { display: grid; grid-template-columns: minmax(90px, 180px) 1fr 48px; align-items: center; gap: 14px; }
.gauges dt { font-size: 13.5px; overflow-wrap: anywhere; }
.gauges .value { text-align: right; font-weight: 600; }
.gauges .line { position: relative; height: 22px; background: linear-gradient(var(--line), var(--line)) center / 100% 2px no-repeat; }
.gauges i { position: absolute; top: 50%; background: var(--soft); }
.gauges .range { height: 6px; margin-top: -3px; border-radius: 3px; opacity: .4; min-width: 2px; }
.gauges .dot { width: 10px; height: 10px; margin: -5px 0 0 -5px; border-radius: 50%; }
.gauges .own { font-weight: 650; }
.gauges .own i { background: var(--accent); }
.gauges .own .value { color: var(--accent); }
.alarms { margin-top: 22px; border: 1px solid var(--warm); border-left-width: 4px; background: var(--warm-ground); border-radius: 10px; padding: 14px 18px; }
.alarms h2 { font-size: 15px; color: var(--warm); }
.alarms ul { margin: 6px 0 0 18px; }
.alarms li { overflow-wrap: anywhere; }
.grid { display: grid; gap: 18px; }
.maps { grid-template-columns: repeat(auto-fill, minmax(min(100%, 480px), 1fr)); }
.curves { grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr)); }
.tiles { grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: 14px; }
.answers { grid-template-columns: repeat(auto-fill, minmax(min(100%, 430px), 1fr)); }
.number { font-size: 24px; font-weight: 650; letter-spacing: -.015em; line-height: 1.35; }
figure + .sub { margin-top: 8px; }
figcaption { font-weight: 600; font-size: 14px; margin-bottom: 8px; }
figure svg { display: block; width: 100%; height: auto; overflow: visible; }
.maps figure svg { max-width: 560px; }
.curves figure svg { max-width: 480px; }
.scroll { overflow-x: auto; }
.key { display: flex; flex-wrap: wrap; align-items: center; gap: 7px; font-size: 13px; color: var(--soft); margin: 0 0 14px; }
.card .key { margin: 6px 0 0; }
.key i { font-style: normal; flex: none; }
.ramp { width: 190px; height: 12px; border-radius: 3px; }
.entry { display: inline-flex; align-items: center; gap: 7px; margin-right: 12px; }
.entry svg { flex: none; color: var(--ink); }
.swatch { width: 24px; height: 16px; border-radius: 3px; text-align: center; line-height: 15px; color: var(--ink); margin-left: 14px; background: repeating-linear-gradient(135deg, rgb(138 143 152 / .14) 0 4px, rgb(138 143 152 / .5) 4px 5.5px); }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; background: var(--card); }
section > .scroll, details > .scroll { border: 1px solid var(--line); border-radius: 12px; background: var(--card); box-shadow: var(--shadow); }
th, td { padding: 8px 14px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 600; font-size: 12.5px; color: var(--soft); white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
.num { text-align: right; white-space: nowrap; }
.answer dl { display: grid; grid-template-columns: 68px minmax(0, 1fr); gap: 6px 12px; margin: 12px 0 10px; }
.answer dt { color: var(--soft); font-size: 13px; padding-top: 1px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.said { border-left: 3px solid var(--line); padding-left: 10px; }
.badge { display: inline-block; min-width: 30px; text-align: center; padding: 0 7px; margin-right: 6px; border-radius: 6px; background: #440154; color: #fff; }
.tag { font-size: 12px; font-weight: 500; padding: 1px 8px; border-radius: 99px; background: var(--warm-ground); color: var(--warm); margin-left: 4px; }
.id { font: 12px/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; color: var(--soft); overflow-wrap: anywhere; }
details > summary { cursor: pointer; overflow-wrap: anywhere; }
details[open] > summary { margin-bottom: 10px; }
section > details { margin-top: 14px; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; overflow-x: auto; margin: 0 0 16px; }
code { font: 13px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
td code { overflow-wrap: anywhere; }
footer { margin-top: 56px; padding-top: 18px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
@media (max-width: 760px) { main { padding: 24px 16px 48px; } .headline { grid-template-columns: 1fr; } .maps figure svg { min-width: 440px; } .wide figure svg { min-width: 640px; } .card { padding: 14px; } .gauges > div { grid-template-columns: 96px 1fr 44px; gap: 10px; } }
@media print { body { background: #fff; } .card { break-inside: avoid; box-shadow: none; } }
`;
