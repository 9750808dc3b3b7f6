/** Both themes by the system's own colours; nothing is loaded. */
export const pageStyle = `
:root { color-scheme: light dark; --accent: light-dark(#0b5c6b, #6fd0e0); font: 1rem/1.6 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { line-height: 1.2; }
h2 { margin-top: 2rem; font-size: 1.2rem; }
#state { padding: .75rem 1rem; border: 1px solid currentColor; border-radius: .5rem; font-weight: 600; }
button { font: inherit; padding: .6rem 1.2rem; border: 2px solid #0b5c6b; border-color: var(--accent); border-radius: .5rem; background: transparent; color: inherit; cursor: pointer; }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 3px solid #0b5c6b; outline-color: var(--accent); outline-offset: 3px; }
[hidden] { display: none; }
`;
