import { shopStyle, shopNavigation, type ShopPageSettings } from './shopPage';

const style = `
  #banner { position: fixed; inset: auto 0 0 0; padding: 1rem; background: Canvas; border-top: 1px solid #8888; display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; justify-content: center; }
  #banner[hidden] { display: none; }
`;

/** The HTML of the harbour club: a single-page site that asks before it measures. */
export function clubPage(settings: ShopPageSettings): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Harbour club</title><link rel="icon" href="data:,"><style>${shopStyle}${style}</style>
</head>
<body>
<header><strong>⚓ Harbour club</strong>
<nav>${shopNavigation}</nav></header>
<nav aria-label="Club"><a data-route href="/club">Club</a> · <a data-route href="/club/berths">Berths</a> · <a data-route href="/club/berths/7">Berth 7</a></nav>
<main></main>
<footer><span id="choice" role="status"></span><button id="change">Change</button><span>Measured by @seamark/web, with your consent only.</span></footer>
<section id="banner" aria-label="Consent" hidden><span>May we measure how this site is used and how fast it is?</span>
<button data-choice="granted">Allow</button><button data-choice="denied">Refuse</button></section>
<script>window.shopSettings = ${json};</script>
<script src="/club.js"></script>
</body></html>
`;
}
