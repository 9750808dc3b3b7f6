// Outside of this repository: from '@seamark/web'.
import { startSeamark } from '../../sdk/src/index';

const seamark = startSeamark({
  collectUrl: window.shopSettings.collectUrl,
  app: { name: 'demo', version: window.shopSettings.release, environment: 'demo' },
  consent: 'required',
  routeName: (path) => path.replace(/\/\d+$/, '/:id'),
  onConsent: showConsent,
});

const find = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);

function showConsent(): void {
  const { isAsking, choices, signal } = seamark.state();
  const banner = find('#banner');
  const choice = find('#choice');
  if (banner && choice) {
    banner.hidden = !isAsking;
    choice.textContent = signal
      ? 'Your browser refuses measurements for you.'
      : `Measurements: ${choices.analytics ?? 'no decision'}`;
  }
}

function berth(id: string): string {
  return `<article class="card"><h3>Berth ${id}</h3><p>12 m, water and power</p><button data-reserve="${id}">Reserve</button></article>`;
}

function show(): void {
  const main = find('main');
  const [, , , id] = location.pathname.split('/');
  if (main) {
    main.innerHTML = id
      ? `<h1>Berth ${id}</h1>${berth(id)}`
      : location.pathname === '/club/berths'
        ? `<h1>Berths</h1><div class="grid">${['3', '7', '12'].map(berth).join('')}</div>`
        : '<section class="hero"><h1>The club by the water</h1><p>This page asks before it measures.</p></section>';
  }
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('a[data-route]');
  const choice = target?.dataset.choice;
  if (link) {
    event.preventDefault();
    history.pushState(null, '', link.href);
    show();
  } else if (choice === 'granted' || choice === 'denied') {
    seamark.decide(choice);
  } else if (target?.id === 'change') {
    find('#banner')?.removeAttribute('hidden');
  } else if (target?.dataset.reserve) {
    seamark.faro?.api.pushEvent('reserve_berth', { berth: target.dataset.reserve });
    target.textContent = 'Reserved';
  }
});
window.addEventListener('popstate', show);

show();
showConsent();
