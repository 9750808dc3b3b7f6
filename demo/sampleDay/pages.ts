/** A page of the shop: how often it is opened, and its usual timings in milliseconds on a fast desktop. */
export interface SamplePage {
  path: string;
  lcp: number;
  ttfb: number;
  cls: number;
  inp: number;
  lcpElement: string;
}

export const entryPages: ReadonlyArray<readonly [SamplePage, number]> = [
  [{ path: '/', lcp: 1500, ttfb: 180, cls: 0.08, inp: 70, lcpElement: 'section.hero>h1' }, 50],
  [{ path: '/products', lcp: 1700, ttfb: 240, cls: 0.02, inp: 190, lcpElement: 'div.grid>article.card' }, 22],
  [{ path: '/sale', lcp: 3300, ttfb: 2100, cls: 0.03, inp: 80, lcpElement: 'div.grid>article.card' }, 10],
];

export const laterPages: ReadonlyArray<readonly [SamplePage, number]> = [
  ...entryPages,
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (id) =>
      [
        { path: `/product/${id}`, lcp: 1400, ttfb: 160, cls: 0.01, inp: 60, lcpElement: 'article.card>a>svg' },
        7,
      ] as const
  ),
  [{ path: '/cart', lcp: 900, ttfb: 120, cls: 0, inp: 55, lcpElement: 'main>h1' }, 18],
];
