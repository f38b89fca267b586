/** Amber on black, like the app. Its hash stands in the page's content security policy. */
export const PAGE_STYLE = `
:root { color-scheme: dark; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem; background: #000; color: #d8b27a;
  font: 1rem/1.55 system-ui, sans-serif; }
h1, h2, h3 { color: #f0c98c; line-height: 1.25; font-weight: 600; }
h2 { margin-top: 3rem; }
h3 { margin: 0; font-size: 1rem; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: inherit; }
a:focus-visible, summary:focus-visible { outline: 2px solid #f0c98c; outline-offset: 3px; }
nav ul { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; }
nav a { display: inline-block; padding: 0.5rem 0; }
article { margin: 1rem 0; padding: 1rem; border: 1px solid #4a3a22; border-radius: 0.6rem; }
.method { text-transform: uppercase; color: #e88f3c; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-top: 1px solid #2e2415; }
td:last-child { overflow-wrap: anywhere; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; background: #120d06; border-radius: 0.4rem; }
summary { cursor: pointer; padding: 0.5rem 0; }
`;
