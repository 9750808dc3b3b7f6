/** How the demo looks, in both themes. */
export const shopStyle = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 4rem; }
  header, footer { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; padding: 1rem 0; }
  header strong { margin-right: auto; }
  footer { font-size: .875rem; opacity: .8; }
  .hero { padding: 2rem; border-radius: 12px; background: linear-gradient(120deg, #0b3a53, #1b7f8c); color: #fff; }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 1rem; margin-top: 1rem; }
  .card { border: 1px solid #8884; border-radius: 10px; padding: .75rem; }
  .card svg { width: 100%; border-radius: 6px; } .card a { color: inherit; text-decoration: none; }
  .banner { padding: 1.5rem; background: #f4b942; color: #222; border-radius: 8px; }
  button { font: inherit; padding: .35rem .8rem; border-radius: 6px; border: 1px solid #8888; cursor: pointer; }
`;

/** The way through the demo. */
export const shopNavigation = `<a href="/">Home</a> · <a href="/products">Products</a> · <a href="/sale">Sale (slow)</a> · <a href="/cart">Cart (<span id="cart-count">0</span>)</a> · <a href="/club">Club (asks first)</a>`;

/** Settings that the page hands to its script. */
export interface ShopPageSettings {
  collectUrl: string;
  release: string;
}

/** The HTML of one page of the demo shop; its content is drawn by the script. */
export function shopPage(page: string, settings: ShopPageSettings): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Harbour shop</title><link rel="icon" href="data:,"><style>${shopStyle}</style>
</head>
<body data-page="${page}">
<header><strong>⚓ Harbour shop</strong>
<nav>${shopNavigation}</nav></header>
<main></main>
<footer><span id="consent"></span><span>Instrumented with the unmodified Grafana Faro SDK.</span></footer>
<script>window.shopSettings = ${json};</script>
<script src="/shop.js"></script>
</body></html>
`;
}
