import { faro } from '@grafana/faro-web-sdk';
import { catalogue, findProduct, type Product } from './catalogue';
import { consentDecision, decide, startMonitoring } from './monitoring';

startMonitoring();

const page = document.body.dataset.page ?? 'home';
const main = document.querySelector('main');
const cartKey = 'shop.cart';

/** Keeps the main thread busy, as a careless handler does. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    // Nothing: that is the point.
  }
}

function picture({ hue, name }: Product): string {
  return `<svg viewBox="0 0 120 80" role="img" aria-label="${name}"><rect width="120" height="80" fill="hsl(${hue} 60% 88%)"/>
    <circle cx="60" cy="42" r="22" fill="hsl(${hue} 65% 45%)"/><path d="M20 68q20-14 40 0t40 0" fill="none" stroke="hsl(${hue} 50% 30%)" stroke-width="4"/></svg>`;
}

function card(product: Product): string {
  return `<article class="card"><a href="/product/${product.id}">${picture(product)}<h3>${product.name}</h3></a>
    <p>${product.price} €</p><button data-add="${product.id}" data-faro-user-action-name="add-to-cart">Add to cart</button></article>`;
}

function cart(): number[] {
  return JSON.parse(localStorage.getItem(cartKey) ?? '[]') as number[];
}

function showCount(): void {
  const count = document.querySelector('#cart-count');
  if (count) {
    count.textContent = String(cart().length);
  }
}

function grid(products: readonly Product[]): string {
  return `<div class="grid">${products.map(card).join('')}</div>`;
}

const pages: Record<string, () => string> = {
  home: () => `<section class="hero"><h1>Everything a harbour needs</h1><p>A small shop that is watched by Seamark.</p></section>
    ${grid(catalogue.slice(0, 4))}`,
  products:
    () => `<h1>All products</h1><p><button id="sort" data-faro-user-action-name="sort-products">Sort by price (slow on purpose)</button></p>
    <div id="list">${grid(catalogue)}</div>`,
  sale: () => `<h1>Sale</h1><p>The server of this page is slow on purpose.</p>${grid(catalogue.slice(4))}`,
  product: () => {
    const product = findProduct(Number(location.pathname.split('/').pop()));
    return product
      ? `<h1>${product.name}</h1>${card(product)}<p id="stock">Looking up stock…</p>`
      : '<h1>No such product</h1>';
  },
  cart: () => {
    const items = cart()
      .map(findProduct)
      .filter((item) => item !== undefined);
    const total = items.reduce((sum, item) => sum + item.price, 0);
    return `<h1>Cart</h1><ul>${items.map((item) => `<li>${item.name}: ${item.price} €</li>`).join('')}</ul><p>Total: ${total} €</p>
      <p><button id="pay" data-faro-user-action-name="pay">Pay</button>
      <button id="invoice" data-faro-user-action-name="pay-by-invoice">Pay by invoice (throws an error)</button></p><p id="paid"></p>`;
  },
};

if (main) {
  main.innerHTML = (pages[page] ?? pages.home)?.() ?? '';
}
showCount();

document.addEventListener('click', (event) => {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const added = target?.dataset.add;
  if (added) {
    localStorage.setItem(cartKey, JSON.stringify([...cart(), Number(added)]));
    faro.api.pushEvent('add_to_cart', { product: added });
    showCount();
  }
});

document.querySelector('#sort')?.addEventListener('click', () => {
  block(350);
  const list = document.querySelector('#list');
  if (list) {
    list.innerHTML = grid([...catalogue].sort((a, b) => a.price - b.price));
  }
});

document.querySelector('#pay')?.addEventListener('click', () => {
  faro.api.pushEvent('purchase', { items: String(cart().length) });
  localStorage.setItem(cartKey, '[]');
  showCount();
  const paid = document.querySelector('#paid');
  if (paid) {
    paid.textContent = 'Thank you. Nothing will be shipped.';
  }
});

document.querySelector('#invoice')?.addEventListener('click', payByInvoice);

if (page === 'product') {
  fetch(`/api/stock${location.pathname.replace('/product', '')}`)
    .then(readStock)
    .then((stock) => {
      const line = document.querySelector('#stock');
      if (line) {
        line.textContent = `${stock.left} left`;
      }
    })
    .catch((error: Error) => faro.api.pushError(error, { context: { handled: 'true' } }));
}

/** The error that every shop has once: nobody checked that the account can pay by invoice. */
function payByInvoice(): void {
  const account: { invoice?: { open(): void } } = {};
  (account.invoice as { open(): void }).open();
}

async function readStock(response: Response): Promise<{ left: number }> {
  if (!response.ok) {
    throw new Error(`stock: ${response.status}`);
  }
  return (await response.json()) as { left: number };
}

if (page === 'home') {
  // A banner that comes late and pushes everything down: a layout shift that a visitor feels.
  setTimeout(() => {
    main?.insertAdjacentHTML('afterbegin', '<p class="banner">Free shipping this week, within the harbour.</p>');
  }, 900);
}

const choice = document.querySelector('#consent');
if (choice) {
  const decision = consentDecision();
  choice.innerHTML = `Analytics: ${decision ?? 'no decision'} <button data-decide="granted">Allow</button> <button data-decide="denied">Refuse</button>`;
  choice.addEventListener('click', (event) => {
    const wanted = event.target instanceof HTMLElement ? event.target.dataset.decide : undefined;
    if (wanted === 'granted' || wanted === 'denied') {
      decide(wanted);
      location.reload();
    }
  });
}
