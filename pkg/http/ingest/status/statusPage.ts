import { createHash } from 'node:crypto';
import type { PublicIncident, PublicService, PublicStatus } from '../../../domain/health/statusPages/PublicStatus';
import { escapeHtml } from '../../../lib/escapeHtml';
import { statusStyle } from './statusStyle';

/** What the page may do: be looked at. */
export const statusPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(statusStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const words = {
  healthy: { tone: 'good', text: 'Operational' },
  degraded: { tone: 'poor', text: 'Degraded' },
  down: { tone: 'bad', text: 'Down' },
  maintenance: { tone: 'none', text: 'Maintenance' },
  unknown: { tone: 'none', text: 'No data' },
} as const;

/** How services are, for anybody. Without scripts. @param now epoch milliseconds */
export function statusPage(status: PublicStatus, now: number): string {
  const title = escapeHtml(status.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="60">
<title>${title}</title>
<style>${statusStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${status.description === '' ? '' : `<p>${escapeHtml(status.description)}</p>\n`}<p class="overall">${overallOf(status.services)}</p>
${incidentsOf(status.incidents)}<section aria-labelledby="services">
<h2 id="services">Services</h2>
${status.services.length === 0 ? '<p>No services are shown here yet.</p>' : `<ul role="list">\n${status.services.map(serviceOf).join('\n')}\n</ul>`}
</section>
<footer><p>As of ${timeOf(new Date(now).toISOString())}. Days are UTC.</p></footer>
</main>
</body>
</html>
`;
}

function stateOf({ status, in_maintenance: planned }: PublicService) {
  return words[planned ? 'maintenance' : (status ?? 'unknown')];
}

function overallOf(services: readonly PublicService[]): string {
  const states = services.map((service) => stateOf(service).text);
  const count = (text: string): number => states.filter((each) => each === text).length;
  if (count('Down') > 0) {
    return count('Down') === 1 ? 'One service is down' : `${count('Down')} services are down`;
  }
  if (count('Degraded') > 0) {
    return count('Degraded') === 1 ? 'One service is degraded' : `${count('Degraded')} services are degraded`;
  }
  return count('Operational') === services.length && services.length > 0
    ? 'All services are operational'
    : 'No service is known to be down';
}

function incidentsOf(incidents: readonly PublicIncident[]): string {
  if (incidents.length === 0) {
    return '';
  }
  const items = incidents.map(
    ({ service, status, started_at: since }) =>
      `<li><strong>${escapeHtml(service)}</strong>: <span class="${words[status].tone}">${words[status].text}</span> since ${timeOf(since)}</li>`
  );
  return `<section aria-labelledby="incidents">
<h2 id="incidents">Open incidents</h2>
<ul role="list">
${items.join('\n')}
</ul>
</section>
`;
}

function serviceOf(service: PublicService): string {
  const { tone, text } = stateOf(service);
  const uptime = service.uptime === null ? 'no data' : `${percent(service.uptime)} uptime`;
  return `<li class="service">
<div class="head"><h3>${escapeHtml(service.name)}</h3><span class="${tone}">${text}</span></div>
${barsOf(service)}
<div class="range"><span>${service.days.length} days ago</span><span>${uptime} in ${service.days.length} days</span><span>today</span></div>
</li>`;
}

const height = 40;

/** One picture with a text of its own: ninety bars would be ninety stops for who listens. */
function barsOf({ name, days, uptime }: PublicService): string {
  const bad = days.filter((day) => day.uptime !== null && day.uptime < 100).length;
  const label = `${name}: ${uptime === null ? 'no data' : `${percent(uptime)} uptime`}, ${bad} of ${days.length} days with downtime`;
  const bars = days.map((day, index) => {
    const tone = toneOf(day.uptime);
    const tall = { good: height, poor: height * 0.8, bad: height * 0.6, none: height * 0.2 }[tone];
    const text = day.uptime === null ? 'no data' : percent(day.uptime);
    return `<rect class="${tone}" x="${index * 4}" y="${height - tall}" width="3" height="${tall}"><title>${day.date}: ${text}</title></rect>`;
  });
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${days.length * 4} ${height}" preserveAspectRatio="none">${bars.join('')}</svg>`;
}

function toneOf(uptime: number | null): 'good' | 'poor' | 'bad' | 'none' {
  if (uptime === null) {
    return 'none';
  }
  return uptime >= 100 ? 'good' : uptime >= 99 ? 'poor' : 'bad';
}

/** Never rounded up to 100 %. */
function percent(value: number): string {
  return `${(Math.floor(value * 1000) / 1000).toFixed(value === 100 ? 0 : 3)} %`;
}

function timeOf(iso: string): string {
  return `<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
