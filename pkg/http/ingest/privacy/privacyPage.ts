import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../lib/escapeHtml';
import { pageScript } from './pageScript';
import { pageStyle } from './pageStyle';

export interface PrivacyPageState {
  hasOptedOut: boolean;
  /** The signals that the visitor's browser sends, in words. */
  signals: readonly string[];
}

const states = {
  out: 'You have opted out in this browser. How you use sites is not recorded.',
  in: 'You have not opted out in this browser. Each site asks you for itself, where it has to.',
};

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: run its own script and style, talk to its own server, and never be shown inside another page. */
export const privacyPagePolicy = [
  "default-src 'none'",
  `script-src ${source(pageScript)}`,
  `style-src ${source(pageStyle)}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page on which a visitor sees what is stored and opts out. Works without script too. */
export function privacyPage({ hasOptedOut, signals }: PrivacyPageState): string {
  const { out, in: taken } = states;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Your privacy choice</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Your privacy choice</h1>
<p>Sites that use this server measure how fast their pages are, what breaks in them, and how they are used. It is kept in the
database of whoever runs the server. Here you decide for this browser and for every site that sends to this server.</p>

<section aria-labelledby="choice">
<h2 id="choice">This browser</h2>
<p id="state" role="status" data-out="${escapeHtml(out)}" data-in="${escapeHtml(taken)}">${hasOptedOut ? out : taken}</p>
${signals.length > 0 ? `<p>Your browser sends ${signals.map(escapeHtml).join(' and ')}: that already counts as a refusal.</p>` : ''}
<form method="post" action="privacy/opt-out" data-becomes="out"${hasOptedOut ? ' hidden' : ''}><button>Opt out</button></form>
<form method="post" action="privacy/opt-in" data-becomes="in"${hasOptedOut ? '' : ' hidden'}><button>Take the opt-out back</button></form>
<noscript><p>Load this page again after pressing the button, to see that it worked.</p></noscript>
</section>

<section aria-labelledby="stored">
<h2 id="stored">What is stored</h2>
<ul>
<li>Which page was open: its address, without what follows the question mark except the names of campaigns.</li>
<li>How long the page took to load, to answer and to settle, and errors in it with their technical cause.</li>
<li>The kind and version of browser, system and device, its language, and the country where it is known.</li>
<li>Where you agreed, or where the site needs no agreement: the visit as a whole, clicks and other events that the site
names, and what it tells of your account there: its number made unreadable, name and mail address encrypted.</li>
</ul>
</section>

<section aria-labelledby="not-stored">
<h2 id="not-stored">What is not stored</h2>
<ul>
<li>Your IP address. It serves to tell visitors of one day apart, mixed with a random value that is destroyed after 48 hours.</li>
<li>Passwords, card and account numbers and the like: where they are recognised they are removed before anything is
written.</li>
<li>What you do on sites that do not use this server.</li>
</ul>
</section>

<section aria-labelledby="effect">
<h2 id="effect">What an opt-out does</h2>
<ul>
<li>No usage of any site is recorded from this browser any more. Errors and loading times are kept without visit, account and
visitor, or not at all, as the site has set.</li>
<li>It is one cookie of this server, <code>seamark_opt_out</code>, with nothing in it but the choice. It lasts 400 days, or
until you delete it.</li>
<li>Some browsers keep cookies of one site away from another. In these it reaches sites of the same domain only; use the
site's own switch, or your browser's Global Privacy Control, which is honoured everywhere.</li>
<li>Tools that a company runs for its own staff may be exempt: they record whatever was chosen, and must say so themselves.</li>
</ul>
</section>
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}
