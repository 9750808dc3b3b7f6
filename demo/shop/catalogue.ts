export interface Product {
  id: number;
  name: string;
  price: number;
  hue: number;
}

/** What the shop sells: things a harbour needs. Prices in euro. */
export const catalogue: readonly Product[] = [
  { id: 1, name: 'Storm lantern', price: 39, hue: 32 },
  { id: 2, name: 'Brass sextant', price: 189, hue: 45 },
  { id: 3, name: 'Signal flags', price: 54, hue: 205 },
  { id: 4, name: 'Deck shoes', price: 79, hue: 215 },
  { id: 5, name: 'Rope, 30 m', price: 24, hue: 28 },
  { id: 6, name: 'Fog horn', price: 64, hue: 355 },
  { id: 7, name: 'Chart table', price: 320, hue: 20 },
  { id: 8, name: 'Life buoy', price: 48, hue: 8 },
];

export function findProduct(id: number): Product | undefined {
  return catalogue.find((product) => product.id === id);
}
