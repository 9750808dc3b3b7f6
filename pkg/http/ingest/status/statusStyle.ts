/** Both themes by the system's own colours; nothing is loaded. Bars differ in height as well as in colour. */
export const statusStyle = `
:root { color-scheme: light dark; --good: #1a7f37; --poor: #9a6700; --bad: #b42318; --none: #6e7781; font: 1rem/1.6 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --good: #4cc46a; --poor: #e0a82e; --bad: #ff7b72; --none: #9aa4ae; } }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { line-height: 1.2; }
h2 { margin-top: 2rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; }
.overall { padding: .75rem 1rem; border: 2px solid currentColor; border-radius: .5rem; font-weight: 600; }
ul { list-style: none; margin: 0; padding: 0; }
li.service { padding: 1rem 0; border-top: 1px solid GrayText; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; }
.good { color: var(--good); } .poor { color: var(--poor); } .bad { color: var(--bad); } .none { color: var(--none); }
svg { display: block; width: 100%; height: 2.5rem; margin: .5rem 0 .25rem; }
rect.good { fill: var(--good); } rect.poor { fill: var(--poor); } rect.bad { fill: var(--bad); } rect.none { fill: var(--none); }
.range { display: flex; justify-content: space-between; font-size: .85rem; }
footer { margin-top: 2rem; font-size: .85rem; }
`;
